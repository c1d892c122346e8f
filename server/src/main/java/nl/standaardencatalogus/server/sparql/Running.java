package nl.standaardencatalogus.server.sparql;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries that run now. A watchdog looks at them: when memory is nearly full it stops the one
 * that has run longest; one that is still there long after its deadline has found a way around
 * every limit, and is written down with what it is doing, because a thread in Java cannot be ended
 * from outside.
 */
final class Running {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final long LOOK = 200;

  /** What is left in use after a collection may be this part of the heap. */
  private static final double FULL = 0.85;

  private final Semaphore turns;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Set<Watch> stuck = ConcurrentHashMap.newKeySet();

  /**
   * None yet.
   *
   * @param longAtOnce so many queries may run long at the same time
   */
  Running(int longAtOnce) {
    this.turns = new Semaphore(longAtOnce, true);
    ScheduledExecutorService watchdog =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "query watchdog");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.scheduleAtFixedRate(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
  }

  /** Begins a query. */
  Watch watch(Duration time) {
    Watch watch = new Watch(time, turns);
    watches.add(watch);
    return watch;
  }

  /** Ends it. */
  void ended(Watch watch) {
    watches.remove(watch);
    stuck.remove(watch);
  }

  private static boolean memoryIsFull() {
    long used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getCollectionUsage)
            .filter(Objects::nonNull)
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    return used > FULL * Runtime.getRuntime().maxMemory();
  }

  /** How many queries run now. */
  int size() {
    return watches.size();
  }

  /** How many of them are far past their deadline. */
  int stuck() {
    return stuck.size();
  }

  private void look() {
    if (memoryIsFull()) {
      watches.stream()
          .filter(watch -> !watch.stopped())
          .max(Comparator.comparing(Watch::took))
          .ifPresent(Watch::stop);
    }
    for (Watch watch : watches) {
      if (watch.overdue().compareTo(GRACE) > 0 && stuck.add(watch)) {
        String doing =
            Arrays.stream(watch.runner().getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n  "));
        LOG.error(
            "A query is {} s past its deadline, in\n  {}", watch.overdue().toSeconds(), doing);
      }
    }
  }
}
