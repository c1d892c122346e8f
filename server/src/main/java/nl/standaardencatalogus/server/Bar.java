package nl.standaardencatalogus.server;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import nl.standaardencatalogus.catalogue.Progress;

/**
 * A progress bar: one line for each task that takes more than a second, rewritten in place on a
 * terminal and once for every tenth in a log.
 */
final class Bar implements Progress {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long BREATH = 200_000_000L;
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clock;
  private String task;
  private long started;
  private long shown;
  private long tenth;

  Bar(PrintStream out) {
    this(out, System.console() != null, System::nanoTime);
  }

  Bar(PrintStream out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public synchronized void at(String now, long done, long total) {
    long moment = clock.getAsLong();
    if (!now.equals(task)) {
      finish();
      task = now;
      started = moment;
      shown = 0;
      tenth = 0;
    }
    boolean complete = total > 0 && done >= total;
    if (moment - started < PATIENCE || (complete && shown == 0)) {
      return;
    }
    long part = total <= 0 ? (moment - started) / (10 * PATIENCE) : done * 10 / total;
    boolean due = terminal ? moment - shown > BREATH || complete : part > tenth || shown == 0;
    if (due) {
      shown = moment;
      tenth = part;
      out.print((terminal ? "\r" : "") + line(done, total) + (terminal ? "" : "\n"));
      out.flush();
    }
  }

  private String line(long done, long total) {
    if (total <= 0) {
      return "%s: %,d".formatted(task, done);
    }
    int full = (int) (WIDTH * Math.min(done, total) / total);
    return "%s [%s%s] %,d of %,d"
        .formatted(task, "#".repeat(full), "-".repeat(WIDTH - full), done, total);
  }

  /** Leaves the line of the last task. */
  synchronized void finish() {
    if (terminal && shown != 0) {
      out.println();
      shown = 0;
    }
  }
}
