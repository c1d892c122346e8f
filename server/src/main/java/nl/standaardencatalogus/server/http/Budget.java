package nl.standaardencatalogus.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How much time each client may still take for something: a bucket that fills up again evenly over
 * a minute. What is spent is taken out of it afterwards, so one time may overdraw it. Safe for use
 * by several threads.
 */
public final class Budget {
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

  /** Buckets that hold so much. */
  public Budget(Duration perMinute) {
    this.full = perMinute.toNanos();
  }

  /** How long a client has to wait before the next time; empty when it need not. */
  public Optional<Duration> wait(String client) {
    double left = bucket(client).left(full);
    if (left > 0) {
      return Optional.empty();
    }
    double perNanosecond = full / (double) TimeUnit.MINUTES.toNanos(1);
    return Optional.of(Duration.ofNanos((long) (-left / perNanosecond)).plusSeconds(1));
  }

  /** How much time a client may still take now; none when it overdrew. */
  public Duration left(String client) {
    return Duration.ofNanos((long) Math.max(0, bucket(client).left(full)));
  }

  /** Charges a client for what it spent. */
  public void charge(String client, Duration took) {
    bucket(client).take(took.toNanos());
  }

  private Bucket bucket(String client) {
    return buckets.get(client, none -> new Bucket(full));
  }
}
