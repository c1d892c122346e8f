package nl.standaardencatalogus.server.sheet;

import java.math.BigDecimal;

/** Numbers of spreadsheets as people write them: without exponent, and without zeros at the end. */
final class Numbers {
  private static final int LONGEST = 40;
  private static final double LARGEST = 1e15;

  private Numbers() {}

  /** A number as text; what is none, or is beyond what a spreadsheet can hold, as it was. */
  static String plain(String text) {
    if (text == null) {
      return "";
    }
    try {
      // Never an exact one of a text that may say 1E999999999.
      double value = Double.parseDouble(text.strip());
      if (text.length() > LONGEST || !(Math.abs(value) < LARGEST)) {
        return text;
      }
      BigDecimal number = BigDecimal.valueOf(value);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
