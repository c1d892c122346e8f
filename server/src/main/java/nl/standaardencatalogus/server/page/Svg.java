package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Locale;

/** A drawing in the making: writes elements and escapes every text and value that goes into it. */
public final class Svg {
  private static final List<Integer> ESCAPED = List.of((int) '&', (int) '<', (int) '>', (int) '"');

  private final StringBuilder out = new StringBuilder();

  public Svg open(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      append(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  public Svg close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  public Svg empty(String element, Object... attributes) {
    open(element, attributes);
    out.setCharAt(out.length() - 1, '/');
    out.append('>');
    return this;
  }

  public Svg text(String element, String text, Object... attributes) {
    open(element, attributes);
    append(text);
    return close(element);
  }

  /** A label of so many letters at most; the drawing has no room for more. */
  public static String shortened(String label, int most) {
    return label.length() <= most ? label : label.substring(0, most - 1) + "…";
  }

  public Svg add(Svg other) {
    out.append(other.out);
    return this;
  }

  private void append(Object value) {
    String text =
        value instanceof Double number
            ? String.format(Locale.ROOT, "%.1f", number)
            : value.toString();
    // Looked for one by one, which is quick: a map is mostly the long paths of its shapes.
    if (ESCAPED.stream().allMatch(c -> text.indexOf(c) < 0)) {
      out.append(text);
      return;
    }
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape = escape(text.charAt(i));
      if (escape != null) {
        out.append(text, written, i).append(escape);
        written = i + 1;
      }
    }
    out.append(text, written, text.length());
  }

  private static String escape(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
