package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many municipalities are at each stage. */
public final class Tally {
  /** The width that the parts of a bar add up to. */
  public static final int WIDTH = 300;

  private final Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
  private int total;

  /** One part of a bar. */
  public record Part(String css, String x, String width) {}

  public void add(Stage stage) {
    counts.merge(stage, 1, Integer::sum);
    total++;
  }

  /** The number at one stage. */
  public int of(Stage stage) {
    return counts.getOrDefault(stage, 0);
  }

  /** The number in use. */
  public int use() {
    return of(Stage.USE);
  }

  /** The number that is at it or has a plan. */
  public int underway() {
    return of(Stage.DOING) + of(Stage.PLAN);
  }

  /** The number that does something else and says why. */
  public int deviating() {
    return of(Stage.DEVIATE);
  }

  /** The number that declared anything at all. */
  public int declared() {
    return total - of(Stage.NONE);
  }

  /** All of them. */
  public int total() {
    return total;
  }

  /** The parts of a bar, in the order of the stages. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    double x = 0;
    for (Stage stage : Stage.values()) {
      double width = total == 0 ? 0 : (double) WIDTH * of(stage) / total;
      if (width > 0) {
        parts.add(new Part(stage.css(), decimal(x), decimal(width)));
      }
      x += width;
    }
    return parts;
  }

  private static String decimal(double value) {
    long tenths = Math.round(10 * value);
    return tenths / 10 + "." + tenths % 10;
  }
}
