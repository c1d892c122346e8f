package nl.standaardencatalogus.server.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.shapes.Profile;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the description of the catalogue holds to each application profile. Every state is checked
 * soon after its commit, in a thread of its own and many commits at once, and what does not conform
 * is written down as an error; the description is then ready for the first reader as well.
 */
public final class Conformance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Conformance.class);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

  /** Between two checks passes this many times what one takes, so that readers come first. */
  private static final int SHARE = 49;

  private final Supplier<Snapshot> now;
  private final Descriptions descriptions;
  private final Map<Profile, Rules> rules = new EnumMap<>(Profile.class);
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor one =
      new ScheduledThreadPoolExecutor(1, Conformance::thread);
  private volatile Checked newest;
  private volatile long took;

  public Conformance(Supplier<Snapshot> now, Descriptions descriptions) {
    this.now = now;
    this.descriptions = descriptions;
    Arrays.stream(Profile.values()).forEach(profile -> rules.put(profile, Rules.load(profile)));
    one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** What the rules of one profile found. */
  public record Layer(Profile profile, Report report) {}

  /** What was found in one state on the day of looking, profile by profile. */
  public record Checked(long sequence, Instant recorded, LocalDate day, List<Layer> layers) {
    public Checked {
      layers = List.copyOf(layers);
    }

    /** Whether no profile is violated. */
    public boolean conforms() {
      return layers.stream().allMatch(layer -> layer.report().conforms());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "conformance");
    thread.setDaemon(true);
    return thread;
  }

  /** Has the description of the newest state made, and waits for it. */
  public void prepare() {
    try {
      descriptions.representation(now.get(), Form.TURTLE, null);
    } catch (RuntimeException e) {
      // Who asks for it is told so; nobody else has to wait for it.
      LOG.error("The description for harvesters cannot be made", e);
    }
  }

  /** Has the newest state checked soon; does not wait for it. */
  public void follow() {
    if (due.compareAndSet(false, true)) {
      long pause = newest == null ? 0 : Math.max(PAUSE, SHARE * took);
      one.schedule(this::check, pause, TimeUnit.NANOSECONDS);
    }
  }

  /** What was found in the newest state that has been checked; empty until the first has been. */
  public Optional<Checked> newest() {
    return Optional.ofNullable(newest);
  }

  /** What the profiles say of the newest state; worked out here and now unless it is known. */
  public Checked current() {
    Snapshot snapshot = now.get();
    Checked known = newest;
    boolean same =
        known != null
            && known.sequence() == snapshot.sequence()
            && known.day().equals(snapshot.day());
    return same ? known : checked(snapshot);
  }

  private void check() {
    due.set(false);
    long start = System.nanoTime();
    try {
      Snapshot snapshot = now.get();
      descriptions.representation(snapshot, Form.TURTLE, null);
      Checked checked = checked(snapshot);
      checked.layers().stream()
          .filter(layer -> !layer.report().conforms())
          .forEach(
              layer ->
                  LOG.error(
                      "The description of commit {} does not conform to {}:\n{}",
                      checked.sequence(),
                      layer.profile().title(),
                      layer.report().text("en")));
      newest = checked;
    } catch (RuntimeException e) {
      LOG.error("The description for harvesters cannot be checked", e);
    } finally {
      took = System.nanoTime() - start;
    }
  }

  private Checked checked(Snapshot snapshot) {
    Graph graph = descriptions.graph(snapshot);
    List<Layer> layers =
        rules.entrySet().stream()
            .map(entry -> new Layer(entry.getKey(), entry.getValue().validate(graph)))
            .toList();
    return new Checked(snapshot.sequence(), snapshot.recorded(), snapshot.day(), layers);
  }

  @Override
  public void close() {
    one.shutdown();
  }
}
