package nl.standaardencatalogus.server.page;

import java.util.Locale;

/** A drawing in the making: writes elements and escapes every text and value that goes into it. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  Svg open(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      append(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Svg close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  Svg empty(String element, Object... attributes) {
    open(element, attributes);
    out.setCharAt(out.length() - 1, '/');
    out.append('>');
    return this;
  }

  Svg text(String element, String text, Object... attributes) {
    open(element, attributes);
    append(text);
    return close(element);
  }

  Svg add(Svg other) {
    out.append(other.out);
    return this;
  }

  private void append(Object value) {
    String text =
        value instanceof Double number
            ? String.format(Locale.ROOT, "%.1f", number)
            : value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
