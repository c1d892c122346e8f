package nl.standaardencatalogus.server.page;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of version labels as people read them: numbers as numbers, the rest as text, and what
 * was published to try it out before what it led to.
 */
public final class Versions {
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  private static final Pattern TRIAL =
      Pattern.compile("alpha|beta|rc[.-]?\\d*$|concept|draft|preview", Pattern.CASE_INSENSITIVE);

  private static final Pattern LINE = Pattern.compile("\\.x$", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBERED = Pattern.compile("^v?\\d");

  public static final Comparator<String> BY_LABEL = Versions::compare;

  private Versions() {}

  /**
   * Whether one version was published after the other; by label on the same day. What is published
   * to try it out is not newer than what is there to be used.
   */
  static boolean later(StandardSummary.Newest one, StandardSummary.Newest other) {
    boolean trial = isTrial(one.label());
    if (trial != isTrial(other.label())) {
      return !trial;
    }
    int byDate = one.day().compareTo(other.day());
    return byDate > 0 || (byDate == 0 && compare(one.label(), other.label()) >= 0);
  }

  /** Whether a label stands for all versions that begin alike, such as 1.x. */
  static boolean isLine(String label) {
    return LINE.matcher(label).find();
  }

  /** Whether a label is a number, with or without more behind it. */
  static boolean isNumbered(String label) {
    return NUMBERED.matcher(label).find();
  }

  /** Whether a label tells that a version is published to try it out. */
  public static boolean isTrial(String label) {
    return TRIAL.matcher(label).find();
  }

  private static int compare(String one, String other) {
    Matcher a = PART.matcher(one);
    Matcher b = PART.matcher(other);
    while (true) {
      boolean left = a.find();
      boolean right = b.find();
      if (left && !right) {
        return isTrial(one.substring(a.start())) ? -1 : 1;
      }
      if (right && !left) {
        return isTrial(other.substring(b.start())) ? 1 : -1;
      }
      if (!left) {
        return 0;
      }
      int order = compareParts(a.group(), b.group());
      if (order != 0) {
        return order;
      }
    }
  }

  private static int compareParts(String one, String other) {
    boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    return numbers
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareToIgnoreCase(other);
  }
}
