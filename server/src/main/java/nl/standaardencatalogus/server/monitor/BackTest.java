package nl.standaardencatalogus.server.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.jena.graph.Node;

/**
 * What would have been forecast a year before, by what was known then and no more, beside what came
 * of it.
 *
 * @param width how many times the spread the band was; 0 where no earlier test says
 */
record BackTest(double width, List<Line> lines) {
  /** The part of all outcomes that a band is to hold. */
  static final double PART = 0.8;

  /** With fewer than this no band can be told. */
  static final int LEAST = 10;

  private static final int YEAR = 4;

  /** One standard. */
  record Line(Node standard, Forecast forecast, int used) {
    Forecast.Point point() {
      return forecast.points().get(YEAR - 1);
    }

    /** How far off it was, in spreads. */
    double off() {
      return Math.abs(used - point().mean()) / point().spread();
    }
  }

  /**
   * Tests forecasts of a year ago.
   *
   * @param quarters the oldest first; the last is when it is tested
   * @param width the width of the bands, from an earlier test
   */
  static BackTest of(
      List<Standing> quarters, Lives lives, Collection<Node> standards, double width) {
    List<Line> lines = new ArrayList<>();
    if (quarters.size() > YEAR) {
      Standing now = quarters.get(quarters.size() - 1);
      Forecaster then = new Forecaster(quarters.subList(0, quarters.size() - YEAR), lives);
      for (Node standard : standards) {
        then.of(standard)
            .map(it -> new Line(standard, it, used(now, lives, standard)))
            .ifPresent(lines::add);
      }
    }
    return new BackTest(width, lines);
  }

  private static int used(Standing now, Lives lives, Node standard) {
    return now.using(standard, lives.on(now.day())).cardinality();
  }

  /**
   * How many times the spread a band has to be to hold {@link #PART} of what came of these; empty
   * with fewer than {@link #LEAST}.
   */
  Optional<Double> widthToHold() {
    double[] off = lines.stream().mapToDouble(Line::off).sorted().toArray();
    int rank = (int) Math.ceil(PART * (off.length + 1));
    return off.length < LEAST ? Optional.empty() : Optional.of(off[Math.min(rank, off.length) - 1]);
  }

  boolean isInside(Line line) {
    return line.used() >= line.forecast().low(line.point(), width)
        && line.used() <= line.forecast().high(line.point(), width);
  }

  /** How many came out within the band. */
  long inside() {
    return lines.stream().filter(this::isInside).count();
  }

  /** By how many municipalities the forecasts were off, half of them by less. */
  double medianError() {
    DoubleStream errors =
        lines.stream().mapToDouble(it -> Math.abs(it.used() - it.point().mean())).sorted();
    double[] all = errors.toArray();
    return all.length == 0 ? 0 : all[all.length / 2];
  }
}
