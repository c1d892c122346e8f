package nl.standaardencatalogus.server.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

/** Every text of the pages in one language, with its way of writing numbers and dates. */
public final class Texts {
  private static final String FILE = "nl.standaardencatalogus.server.page.messages";
  private static final String ONE = ".one";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  private final ResourceBundle bundle;
  private final NumberFormat numbers;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;

  public Texts(Language language) {
    this.numbers = NumberFormat.getInstance(language.locale());
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale());
    this.month = DateTimeFormatter.ofPattern("MMMM yyyy", language.locale());
    this.bundle =
        ResourceBundle.getBundle(
            FILE,
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text with this key; {@code {0}}, {@code {1}} … are filled in. */
  public String get(String key, Object... values) {
    String text = bundle.getString(key);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      String shown = value instanceof Number number ? number(number) : String.valueOf(value);
      text = text.replace("{" + i + "}", shown);
    }
    return text;
  }

  /**
   * The text with this key about so many things, as {@code {0}}; about one it is the text with
   * {@code .one} after the key.
   */
  public String counted(String key, long count, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = count;
    System.arraycopy(values, 0, all, 1, values.length);
    return get(count == 1 ? key + ONE : key, all);
  }

  /** The text with this key, or the other text where the key is unknown. */
  String getOr(String key, String other) {
    return bundle.containsKey(key) ? bundle.getString(key) : other;
  }

  Set<String> keys() {
    return bundle.keySet();
  }

  /** A number as people of this language write it. */
  public String number(Number number) {
    // A copy, as a format keeps a state while it writes; making one anew takes much longer.
    return ((NumberFormat) numbers.clone()).format(number);
  }

  /** An amount with so many decimals, as people of this language write it. */
  public String number(BigDecimal amount, int decimals) {
    NumberFormat format = (NumberFormat) numbers.clone();
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  /** A date as precise as it is known: a day, a month or a year; of a moment the day here. */
  public String date(String date) {
    try {
      if (DAY.matcher(date).matches()) {
        return LocalDate.parse(date).format(day);
      }
      if (MOMENT.matcher(date).matches()) {
        return OffsetDateTime.parse(date).atZoneSameInstant(View.ZONE).format(day);
      }
      return MONTH.matcher(date).matches() ? YearMonth.parse(date).format(month) : date;
    } catch (DateTimeParseException e) {
      // The 31st of a month that has 30 days, in a draft: shown as it was typed, for the rules to
      // judge.
      return date;
    }
  }

  /** A date as it stands in a sentence: on a day, in a month or a year. */
  public String when(String date) {
    boolean day = DAY.matcher(date).matches() || MOMENT.matcher(date).matches();
    return get(day ? "when.day" : "when.part", date(date));
  }
}
