package nl.standaardencatalogus.server.openid;

import java.net.URI;

/**
 * How the catalogue is known at a provider of identities, and what the provider's claims are
 * called.
 *
 * @param issuer the provider, as its tokens name it
 * @param name what people know it as
 * @param clientId what the provider knows the catalogue as; null when people do not log in there
 * @param clientSecret null for a public client, which has PKCE alone
 * @param scope what is asked for at a login
 * @param audience what the tokens of programs must be meant for; null when none are taken
 * @param organisationClaim the claim with the organisation: a TOOI IRI or an OIN
 * @param rolesClaim the claim with the roles
 */
public record Registration(
    URI issuer,
    String name,
    String clientId,
    String clientSecret,
    String scope,
    String audience,
    String organisationClaim,
    String rolesClaim) {
  /** Whether people log in there. */
  public boolean isForPeople() {
    return clientId != null;
  }

  /** Whether tokens of programs are taken. */
  public boolean isForPrograms() {
    return audience != null;
  }

  /** Without the secret: this ends up in logs. */
  @Override
  public String toString() {
    return "Registration[" + issuer + ", " + clientId + ", " + audience + "]";
  }
}
