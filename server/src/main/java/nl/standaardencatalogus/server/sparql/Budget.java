package nl.standaardencatalogus.server.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How much time the queries of each client may still take: a bucket that fills up again evenly over
 * a minute. Time that a query spends, answered or stopped, is taken out of it afterwards, so one
 * query may overdraw it. Safe for use by several threads.
 */
final class Budget {
  private static final int MOST_CLIENTS = 10_000;

  private final long full;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  private static final class Bucket {
    private double left;
    private long filled = System.nanoTime();

    Bucket(long full) {
      left = full;
    }

    synchronized double left(long full) {
      long now = System.nanoTime();
      left = Math.min(full, left + (now - filled) * (full / (double) TimeUnit.MINUTES.toNanos(1)));
      filled = now;
      return left;
    }

    synchronized void take(long nanoseconds) {
      left -= nanoseconds;
    }
  }

  Budget(Duration perMinute) {
    this.full = perMinute.toNanos();
  }

  /** How long a client has to wait before its next query; empty when it need not. */
  Optional<Duration> wait(String client) {
    double left = bucket(client).left(full);
    if (left > 0) {
      return Optional.empty();
    }
    double perNanosecond = full / (double) TimeUnit.MINUTES.toNanos(1);
    return Optional.of(Duration.ofNanos((long) (-left / perNanosecond)).plusSeconds(1));
  }

  /** Charges a client for a query. */
  void charge(String client, Duration took) {
    bucket(client).take(took.toNanos());
  }

  private Bucket bucket(String client) {
    return buckets.get(client, none -> new Bucket(full));
  }
}
