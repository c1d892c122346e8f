package nl.standaardencatalogus.server.http;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;

/** What the server counts, in the text format of Prometheus. */
public final class Figures {
  private final AtomicLongArray answers = new AtomicLongArray(6);
  private final LongAdder milliseconds = new LongAdder();

  /** Counts an answer. */
  public void answered(int status, long took) {
    answers.incrementAndGet(Math.min(5, Math.max(0, status / 100)));
    milliseconds.add(took);
  }

  /** All figures of this moment. */
  public String text(Snapshot snapshot) {
    StringBuilder text = new StringBuilder(1024);
    gauge(text, "catalogue_sequence", "Number of the last commit", snapshot.sequence());
    gauge(text, "catalogue_records", "Records in the current state", snapshot.size());
    gauge(text, "catalogue_triples", "Triples in the current state", snapshot.graph().size());
    Runtime runtime = Runtime.getRuntime();
    gauge(text, "jvm_heap_used_bytes", "Heap in use", runtime.totalMemory() - runtime.freeMemory());
    gauge(
        text,
        "process_uptime_seconds",
        "Time since the start",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
    describe(text, "http_answers_total", "Answers by class of status", "counter");
    for (int i = 1; i < answers.length(); i++) {
      text.append("http_answers_total{status=\"").append(i).append("xx\"} ");
      text.append(answers.get(i)).append('\n');
    }
    describe(text, "http_answer_milliseconds_total", "Time spent on answers", "counter");
    text.append("http_answer_milliseconds_total ").append(milliseconds.sum()).append('\n');
    return text.toString();
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    describe(text, name, help, "gauge");
    text.append(name).append(' ').append(value).append('\n');
  }

  private static void describe(StringBuilder text, String name, String help, String type) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
