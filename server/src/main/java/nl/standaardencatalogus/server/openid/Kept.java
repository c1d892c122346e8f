package nl.standaardencatalogus.server.openid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that another server tells, asked for when it is first needed and kept: for a while as
 * it is, then until something newer is had, and no longer than it may be without. That server is
 * asked by one thread at a time and not more often than once in a pause, whoever wants what, so
 * that nobody can have us hammer it, and nobody waits for one that is known to be down. Safe for
 * use by several threads.
 */
final class Kept<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

  private final String what;
  private final Source<T> source;
  private final Ages ages;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Told<T> told;
  private volatile Instant asked = Instant.MIN;
  private volatile boolean down;

  /** Asks for it. */
  interface Source<T> {
    T ask() throws Exception;
  }

  /**
   * How old something may be.
   *
   * @param fresh so long nobody asks for a newer one
   * @param usable so long it is used when none newer is to be had
   * @param pause so long lies between two times of asking
   */
  record Ages(Duration fresh, Duration usable, Duration pause) {}

  private record Told<T>(T value, Instant at) {}

  Kept(String what, Source<T> source, Ages ages, Clock clock) {
    this.what = what;
    this.source = source;
    this.ages = ages;
    this.clock = clock;
  }

  /**
   * The value.
   *
   * @throws ProviderUnavailable when there is none that may be used
   */
  T value() {
    Told<T> known = told;
    if (known == null || isOver(known.at(), ages.fresh())) {
      known = asked(known);
    }
    return known.value();
  }

  /** Asks for a newer value, unless it was asked for just now; gives what is known then. */
  T newer() {
    if (!down && asking.isLocked()) {
      // Somebody asks just now; what is known is what made this one ask too.
      asking.lock();
      asking.unlock();
    }
    return asked(told).value();
  }

  private Told<T> asked(Told<T> known) {
    if (!asking.tryLock()) {
      // Who can go on with what is known does not wait for who asks, nor does anybody for a server
      // that gave no answer the last time.
      if (known != null && !isOver(known.at(), ages.usable())) {
        return known;
      }
      if (down) {
        throw new ProviderUnavailable(what + " cannot be had");
      }
      asking.lock();
    }
    try {
      if (told != known) {
        return told;
      }
      if (isOver(asked, ages.pause())) {
        ask();
      }
    } finally {
      asking.unlock();
    }
    Told<T> now = told;
    if (now == null || isOver(now.at(), ages.usable())) {
      throw new ProviderUnavailable(what + " cannot be had");
    }
    return now;
  }

  private void ask() {
    asked = clock.instant();
    try {
      told = new Told<>(source.ask(), asked);
      down = false;
    } catch (Exception e) {
      down = true;
      LOG.warn("{} cannot be had: {}", what, e.toString());
    }
  }

  private boolean isOver(Instant since, Duration age) {
    return since == Instant.MIN || clock.instant().isAfter(since.plus(age));
  }
}
