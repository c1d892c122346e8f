package nl.standaardencatalogus.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How often each client may still do something within a minute, and tells it so in every answer
 * (draft-ietf-httpapi-ratelimit-headers). Safe for use by several threads.
 */
public final class Quota {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String name;
  private final int perMinute;
  private final Duration each;
  private final Budget budget = new Budget(MINUTE);

  /**
   * A quota.
   *
   * @param name what the headers call it
   */
  public Quota(String name, int perMinute) {
    this.name = name;
    this.perMinute = perMinute;
    this.each = MINUTE.dividedBy(perMinute);
  }

  /**
   * Takes one time out of what a client has left.
   *
   * @throws ProblemException 429 when there is nothing left
   */
  public void spend(String client, HttpServletResponse response) {
    response.setHeader("RateLimit-Policy", "\"" + name + "\";q=" + perMinute + ";w=60");
    Optional<Duration> wait = budget.wait(client);
    if (wait.isPresent()) {
      long seconds = wait.get().toSeconds();
      tell(response, 0, seconds);
      throw new ProblemException(
          Problem.of(
                  429,
                  "You may do this "
                      + perMinute
                      + " times a minute, and that is used up. Wait "
                      + seconds
                      + " s; many records can be sent at once.")
              .with("limit", name)
              .with("seconds", seconds));
    }
    budget.charge(client, each);
    Duration left = budget.left(client);
    long times = (left.toNanos() + each.toNanos() / 2) / each.toNanos();
    tell(response, times, MINUTE.minus(left).toSeconds() + 1);
  }

  private void tell(HttpServletResponse response, long times, long seconds) {
    response.setHeader("RateLimit", "\"" + name + "\";r=" + times + ";t=" + seconds);
  }
}
