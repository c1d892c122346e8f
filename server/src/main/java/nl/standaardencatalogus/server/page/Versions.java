package nl.standaardencatalogus.server.page;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of version labels as people read them: numbers as numbers, the rest as text, and what
 * was published to try it out before what it led to.
 */
public final class Versions {
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");
  private static final Pattern NUMBER = Pattern.compile("^v?\\d+([.]\\d+)*");

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

  /** By number, then what is to be tried out before what is there to be used, then by the rest. */
  private static int compare(String one, String other) {
    int byNumber = compareAll(parts(number(one)), parts(number(other)));
    if (byNumber != 0) {
      return byNumber;
    }
    int byTrial = Boolean.compare(isTrial(other), isTrial(one));
    return byTrial != 0 ? byTrial : compareAll(parts(one), parts(other));
  }

  /** What a label begins with, up to where it goes on in words; all of it without a number. */
  private static String number(String label) {
    Matcher number = NUMBER.matcher(label);
    return number.find() ? number.group() : label;
  }

  private static List<String> parts(String label) {
    return PART.matcher(label).results().map(MatchResult::group).toList();
  }

  private static int compareAll(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = compareParts(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int compareParts(String one, String other) {
    boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    return numbers
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareToIgnoreCase(other);
  }
}
