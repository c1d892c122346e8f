package nl.standaardencatalogus.server.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.server.http.Budget;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;

/**
 * Tells who is at the door by what he shows (RFC 6750): {@code Authorization: Bearer} and a key, or
 * a token of the provider of identities where there is one. Who shows wrong keys time and again has
 * to wait. Safe for use by several threads.
 */
public final class Visitors {
  private static final String SCHEME = "bearer ";
  private static final int GUESSES_PER_MINUTE = 10;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Keys keys;
  private final Optional<Function<String, Principal>> tokens;
  private final Clock clock;
  private final Budget guesses = new Budget(MINUTE);

  /**
   * Tells who is at the door.
   *
   * @param tokens tells whose a token of the provider of identities is, or throws {@link
   *     ProblemException}; empty when no provider is known
   */
  public Visitors(Keys keys, Optional<Function<String, Principal>> tokens, Clock clock) {
    this.keys = keys;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Who shows this.
   *
   * @param authorization the header; null when there is none
   * @param client the address it comes from
   * @throws ProblemException 401 for what opens nothing, 403 for a token of nobody's organisation,
   *     429 for who guesses, 503 when the provider of identities cannot be asked
   */
  public Principal principal(String authorization, String client) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new ProblemException(
          401,
          tokens.isPresent()
              ? "Say who you are: send a key or an access token as Authorization: Bearer."
              : "Say who you are: send a key as Authorization: Bearer sc_….");
    }
    String shown = authorization.substring(SCHEME.length()).strip();
    if (tokens.isPresent() && isToken(shown)) {
      // Nobody guesses a signature, so there is no brake that others at his address would feel.
      return tokens.get().apply(shown);
    }
    // A key's own bucket: one who guesses must not shut the door on others behind his address.
    String guesser = client + " " + Secret.of(shown).map(Secret::id).orElse("");
    Optional<Duration> wait = guesses.wait(guesser);
    if (wait.isPresent()) {
      throw new ProblemException(
          Problem.of(
                  429,
                  "Your address tried this key too often, and it opens nothing. Wait "
                      + wait.get().toSeconds()
                      + " s.")
              .with("limit", "wrong keys of a client")
              .with("seconds", wait.get().toSeconds()));
    }
    return keys.opening(shown, clock.instant())
        .map(Key::principal)
        .orElseThrow(
            () -> {
              guesses.charge(guesser, MINUTE.dividedBy(GUESSES_PER_MINUTE));
              return ProblemException.invalidToken(
                  "That key opens nothing: it is none of ours, was taken back or has expired."
                      + " Ask who runs the catalogue for another.");
            });
  }

  /** A token of a provider is a JWT (RFC 7519): parts with dots between them. A key has none. */
  private static boolean isToken(String shown) {
    return shown.indexOf('.') >= 0;
  }
}
