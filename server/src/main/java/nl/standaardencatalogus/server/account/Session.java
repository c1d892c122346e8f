package nl.standaardencatalogus.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import nl.standaardencatalogus.catalogue.access.Principal;

/**
 * Somebody who is logged in.
 *
 * @param token what his browser shows with each request; a secret
 * @param formToken what stands in every form that he is sent, so that no other site can have his
 *     browser send one; a secret
 * @param identity what he logged in with
 */
public record Session(String token, String formToken, Identity identity, Instant began) {
  /** Who it is. */
  public Principal principal() {
    return identity.principal();
  }

  /** What his drafts are kept under. */
  public String owner() {
    return identity.id();
  }

  /** Whether a form is one that he was sent. */
  public boolean sent(String shown) {
    return shown != null
        && MessageDigest.isEqual(
            formToken.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
  }

  Session with(Identity now) {
    return new Session(token, formToken, now, began);
  }
}
