package nl.standaardencatalogus.server.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.benchmark.Measured.Answered;
import nl.standaardencatalogus.server.benchmark.Measured.Late;
import nl.standaardencatalogus.server.benchmark.Measured.Refused;

/**
 * Two tables: how long each engine took over each question, told while it goes on; then where its
 * answer is another one than that of the first engine.
 */
final class Standings {
  static final String COLD = "cold";
  static final String WARM = "warm";

  /** So much slower than the fastest other engine is told. */
  private static final double MUCH = 1.2;

  private static final int MOST_TOLD = 500;

  private final List<Engine> engines;
  private final PrintStream out;
  private final List<Map<Engine, Measured>> all = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  Standings(List<Engine> engines, PrintStream out) {
    this.engines = engines;
    this.out = out;
    out.printf(
        "| %-40s |%s %9s | %9s | %6s | %6s | load |%n",
        "", cells(Engine::name), "cold/best", "cold/warm", "inside", "ratio");
    out.println("|---|" + "---:|".repeat(engines.size() + 5));
  }

  /** Tells what came of one question. */
  void add(String question, Map<Engine, Measured> measured) {
    all.add(measured);
    Measured first = measured.get(engines.get(0));
    line(
        question,
        cells(engine -> told(first, measured.get(engine))),
        best(measured),
        warmth(measured),
        inside(measured, WARM),
        ratio(inside(measured, COLD), inside(measured, WARM)));
    engines.forEach(engine -> compare(question, engine, first, measured.get(engine)));
  }

  /** The means, and the table of differences. */
  void end() {
    List<Map<Engine, Measured>> complete =
        all.stream()
            .filter(each -> each.values().stream().noneMatch(Refused.class::isInstance))
            .toList();
    line(
        "geometric mean of " + complete.size() + " that none refused",
        cells(engine -> number(mean(complete.stream().map(each -> took(each.get(engine)))))),
        mean(all.stream().map(Standings::best)),
        mean(all.stream().map(Standings::warmth)),
        mean(all.stream().map(each -> inside(each, WARM))),
        mean(all.stream().map(each -> ratio(inside(each, COLD), inside(each, WARM)))));
    line("answered, of " + all.size(), cells(this::answered), none(), none(), none(), none());
    out.println(
        """

        snapshot and TDB2 in this process, all others over HTTP until the answer's last byte is here.
        *: another answer than snapshot's; -: refused; >: not within that, with which it counts.
        cold/best: our server without kept answers against the fastest other that answered over HTTP, \
        ▲ above %s.
        inside: what our server says it spent itself on an answer that it had kept (Server-Timing); \
        ratio: the same of one that it had not, divided by that.
        Of the first row that differs, and the one most like it, only the columns that do are told.
        load: processes that wanted a processor, over the last minute.
        """
            .formatted(MUCH));
    if (differences.isEmpty()) {
      out.println("All answers are the same.");
      return;
    }
    out.println(
        "| question | engine | rows in snapshot | rows | first only in snapshot | first only there |");
    out.println("|---|---|---:|---:|---|---|");
    differences.forEach(out::println);
  }

  private String answered(Engine engine) {
    return String.valueOf(
        all.stream().filter(each -> each.get(engine) instanceof Answered).count());
  }

  private void compare(String question, Engine engine, Measured here, Measured there) {
    String head = "| " + question + " | " + engine.name() + " | ";
    if (there instanceof Refused refused) {
      differences.add(head + "| | refused: " + oneLine(refused.why()) + " | |");
    } else if (there instanceof Late) {
      differences.add(head + "| | not within " + Engine.PATIENCE.toSeconds() + " s | |");
    } else if (here instanceof Answered ours
        && there instanceof Answered theirs
        && !ours.rows().equals(theirs.rows())) {
      Difference first = Difference.of(ours.rows(), theirs.rows());
      differences.add(
          "%s%d | %d | %s | %s |"
              .formatted(
                  head,
                  ours.rows().size(),
                  theirs.rows().size(),
                  oneLine(first.here().toString()),
                  oneLine(first.there().toString())));
    }
  }

  private void line(
      String name,
      String cells,
      OptionalDouble best,
      OptionalDouble warmth,
      OptionalDouble inside,
      OptionalDouble ratio) {
    String slower = best.isPresent() && best.getAsDouble() > MUCH ? " ▲" : "  ";
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    out.printf(
        "| %-40s |%s %9s | %9s | %6s | %6s | %4.1f |%n",
        name,
        cells,
        number(best) + slower,
        number(warmth),
        inside.isPresent() ? "%.3f".formatted(inside.getAsDouble()) : "",
        number(ratio),
        load);
  }

  private String cells(Function<Engine, String> cell) {
    return engines.stream()
        .map(engine -> " %9s |".formatted(cell.apply(engine)))
        .collect(Collectors.joining());
  }

  private static String told(Measured first, Measured measured) {
    if (measured instanceof Answered answered) {
      boolean other = first instanceof Answered ours && !ours.rows().equals(answered.rows());
      return number(took(measured)) + (other ? "*" : " ");
    }
    return measured instanceof Late ? ">" + Engine.PATIENCE.toMillis() + " " : "- ";
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? "%.2f".formatted(number.getAsDouble()) : "";
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
    return line.length() > MOST_TOLD ? line.substring(0, MOST_TOLD) + "…" : line;
  }

  private static OptionalDouble mean(Stream<OptionalDouble> numbers) {
    OptionalDouble logarithm =
        numbers.flatMapToDouble(OptionalDouble::stream).map(Math::log).average();
    return logarithm.isPresent() ? OptionalDouble.of(Math.exp(logarithm.getAsDouble())) : none();
  }

  private static OptionalDouble best(Map<Engine, Measured> measured) {
    OptionalDouble ours = of(measured, COLD);
    OptionalDouble theirs =
        measured.entrySet().stream()
            .filter(each -> each.getKey().overHttp())
            .filter(each -> !List.of(COLD, WARM).contains(each.getKey().name()))
            .filter(each -> each.getValue() instanceof Answered)
            .map(each -> took(each.getValue()))
            .mapToDouble(OptionalDouble::getAsDouble)
            .min();
    return ratio(ours, theirs);
  }

  private static OptionalDouble warmth(Map<Engine, Measured> measured) {
    return ratio(of(measured, COLD), of(measured, WARM));
  }

  private static OptionalDouble inside(Map<Engine, Measured> measured, String name) {
    return measured.entrySet().stream()
        .filter(each -> each.getKey().name().equals(name))
        .map(each -> each.getValue() instanceof Answered answered ? answered.inside() : none())
        .findFirst()
        .orElse(none());
  }

  private static OptionalDouble of(Map<Engine, Measured> measured, String name) {
    return measured.entrySet().stream()
        .filter(each -> each.getKey().name().equals(name))
        .map(each -> took(each.getValue()))
        .findFirst()
        .orElse(none());
  }

  private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
        : none();
  }

  private static OptionalDouble took(Measured measured) {
    if (measured instanceof Answered answered) {
      return OptionalDouble.of(answered.median());
    }
    return measured instanceof Late ? OptionalDouble.of(Engine.PATIENCE.toMillis()) : none();
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }
}
