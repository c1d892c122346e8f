package nl.standaardencatalogus.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.server.http.Budget;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;

/**
 * The people who are logged in. A session lives in this process and nowhere else: after a restart
 * everybody logs in again. A key is looked up each time, so that one that is taken back ends the
 * sessions that began with it; what a provider of identities said holds until the session ends.
 * Safe for use by several threads.
 */
public final class Sessions {
  private static final int MOST = 10_000;
  private static final Duration IDLE = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofHours(10);
  private static final int GUESSES_PER_MINUTE = 6;
  private static final int TRIES_PER_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long PATIENCE_SECONDS = 10;

  private final Keys keys;
  private final Clock clock;
  private final Budget guesses = new Budget(MINUTE);
  private final Budget tries = new Budget(MINUTE);

  /**
   * A password takes a good part of a second of a processor to check, so one is at a time: who
   * tries many at once waits for himself, and not everybody for him.
   */
  private final Semaphore checking = new Semaphore(1, true);

  private final Cache<String, Session> open =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

  /** Nobody is logged in yet. */
  public Sessions(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Logs somebody in.
   *
   * @param client the address it comes from
   * @return empty when id and password are not right
   * @throws ProblemException 429 for who guesses or tries too often, 503 when too many try at once
   */
  public Optional<Session> login(String id, String password, String client) {
    // What can be no id has no place of its own among those that are remembered.
    String guesser = client + " " + (Keys.canBeId(id) ? id : "");
    guesses.wait(guesser).ifPresent(Sessions::refuse);
    attempt(client);
    Optional<Key> key = Keys.canBeId(id) ? checked(id, password) : Optional.empty();
    if (key.isEmpty()) {
      guesses.charge(guesser, MINUTE.dividedBy(GUESSES_PER_MINUTE));
    }
    return key.map(it -> begin(new Identity.OfKey(it)));
  }

  /**
   * Counts that a client tries to get in, here or at a provider of identities.
   *
   * @param client the address it comes from
   * @throws ProblemException 429 for who tries too often
   */
  public void attempt(String client) {
    tries.wait(client).ifPresent(Sessions::refuse);
    if (!isProxy(client)) {
      tries.charge(client, MINUTE.dividedBy(TRIES_PER_MINUTE));
    }
  }

  private static void refuse(Duration wait) {
    throw new ProblemException(
        Problem.of(429, "Too many tries. Wait " + wait.toSeconds() + " s.")
            .with("limit", "tries of a client to log in")
            .with("seconds", wait.toSeconds()));
  }

  /** Everybody comes from a proxy on this machine, so nobody must have to wait for its others. */
  private static boolean isProxy(String client) {
    return client.startsWith("127.") || client.equals("0:0:0:0:0:0:0:1") || client.equals("::1");
  }

  private Optional<Key> checked(String id, String password) {
    try {
      if (!checking.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ProblemException(503, "Too many people log in at once. Try again in a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(503, "The catalogue is being stopped.");
    }
    try {
      return keys.opening(id, password, clock.instant());
    } finally {
      checking.release();
    }
  }

  /** Begins a session of somebody who was found to be who he says; under a new token, always. */
  public Session begin(Identity identity) {
    Session session = new Session(Secret.token(), Secret.token(), identity, clock.instant());
    open.put(session.token(), session);
    return session;
  }

  /** The session that a token is of, with the key as it is now; empty when it has ended. */
  public Optional<Session> of(String token) {
    Session session = token == null ? null : open.getIfPresent(token);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Session> still =
        now.isBefore(session.began().plus(LONGEST))
            ? stillGood(session.identity(), now).map(session::with)
            : Optional.empty();
    if (still.isEmpty()) {
      open.invalidate(token);
    }
    return still;
  }

  private Optional<Identity> stillGood(Identity identity, Instant now) {
    if (!(identity instanceof Identity.OfKey of)) {
      return Optional.of(identity);
    }
    return keys.withId(of.key().id())
        .filter(key -> key.isGood(now) && key.hash().equals(of.key().hash()))
        .map(Identity.OfKey::new);
  }

  /** Logs somebody out. */
  public void end(Session session) {
    open.invalidate(session.token());
  }
}
