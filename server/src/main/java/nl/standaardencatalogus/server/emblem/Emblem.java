package nl.standaardencatalogus.server.emblem;

import java.util.Locale;
import nl.standaardencatalogus.server.page.Svg;

/**
 * A label and what holds of it, as a drawing that stands on its own: without style sheet, script,
 * font or link, since another site shows it.
 *
 * @param title the same in a sentence, with the day of it
 */
record Emblem(String label, String value, Tone tone, String title) {
  private static final int HEIGHT = 24;
  private static final int MARGIN = 9;
  private static final double LETTER = 6.9;
  private static final String FONT = "Verdana, 'DejaVu Sans', Geneva, sans-serif";

  /** What is behind the value, and the colour of its letters; their contrast is 7 to 1 or more. */
  enum Tone {
    GOOD("#00566e", "#ffffff"),
    UNDERWAY("#d2e6ed", "#0b2a33"),
    OTHERWISE("#f6d9b8", "#3b1d00"),
    NOTHING("#e4e8ea", "#27343a");

    private final String ground;
    private final String ink;

    Tone(String ground, String ink) {
      this.ground = ground;
      this.ink = ink;
    }
  }

  /** The drawing, as a document. */
  String svg() {
    double left = width(label);
    double right = width(value);
    Svg svg =
        new Svg()
            .open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                left + right,
                "height",
                HEIGHT,
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.1f %d", left + right, HEIGHT),
                "role",
                "img",
                "aria-labelledby",
                "t")
            .text("title", title, "id", "t")
            .empty("rect", "width", left, "height", HEIGHT, "fill", "#10303a")
            .empty("rect", "x", left, "width", right, "height", HEIGHT, "fill", tone.ground);
    write(svg, label, MARGIN, left, "#ffffff");
    write(svg, value, left + MARGIN, right, tone.ink);
    return svg.close("svg").toString();
  }

  /** Letters are as wide in no two fonts, so they are told how wide to be together. */
  private static void write(Svg svg, String text, double x, double width, String ink) {
    svg.text(
        "text",
        text,
        "x",
        x,
        "y",
        16.5,
        "fill",
        ink,
        "font-family",
        FONT,
        "font-size",
        12,
        "textLength",
        width - 2 * MARGIN,
        "lengthAdjust",
        "spacingAndGlyphs");
  }

  private static double width(String text) {
    return text.length() * LETTER + 2 * MARGIN;
  }
}
