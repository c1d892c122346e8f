package nl.standaardencatalogus.server.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A login that a browser began, as it keeps it in a cookie of its own: so an answer that another
 * browser was given is of no use in this one, and the catalogue has nothing to remember.
 *
 * @param state what the provider's answer must say (RFC 6749 §10.12)
 * @param nonce what the ID token must say (OpenID Connect Core 1.0 §3.1.2.1)
 * @param verifier what shows that the code was asked for here (RFC 7636); a secret
 */
public record Attempt(String state, String nonce, String verifier) {
  private static final String PART = "([A-Za-z0-9_-]{43})";
  private static final Pattern TEXT = Pattern.compile(PART + "\\." + PART + "\\." + PART);

  static Attempt random() {
    return new Attempt(
        new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
  }

  /** What was written into a cookie; empty when it is nothing of the kind. */
  public static Optional<Attempt> of(String text) {
    Matcher parts = TEXT.matcher(text == null ? "" : text);
    return parts.matches()
        ? Optional.of(new Attempt(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** As it is written into a cookie. */
  public String text() {
    return state + "." + nonce + "." + verifier;
  }

  /** Whether what came along with the browser answers this. */
  public boolean isAnsweredBy(Map<String, List<String>> parameters) {
    List<String> states = parameters.getOrDefault("state", List.of());
    return states.size() == 1 && isOf(states.get(0));
  }

  private boolean isOf(String shown) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "Attempt[" + state.substring(0, 6) + "…]";
  }
}
