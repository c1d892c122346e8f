package nl.standaardencatalogus.server.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.standaardencatalogus.server.openid.Kept.Ages;

/**
 * A provider of identities: what it says of itself (OpenID Connect Discovery 1.0) and the keys that
 * it signs with. Both are asked for when they are first needed, so that the catalogue starts and
 * serves readers while the provider is down, and again when they are old or a key is unknown. Safe
 * for use by several threads.
 */
public final class Provider implements JWKSource<SecurityContext> {
  /**
   * The signatures that are believed. None that a public key could be taken for the secret of, and
   * no {@code none} (RFC 8725 §3.1).
   */
  static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /** By how much clocks may differ. */
  static final int SKEW_SECONDS = 10;

  /** After so many seconds it is asked again when it was down. */
  public static final int PAUSE_SECONDS = 5;

  private static final int CONNECT_MILLISECONDS = 2_000;
  private static final int READ_MILLISECONDS = 3_000;
  private static final Ages AGES =
      new Ages(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofSeconds(PAUSE_SECONDS));

  private final Issuer issuer;
  private final Kept<OIDCProviderMetadata> metadata;
  private final Kept<JWKSet> keys;

  /** A provider; asks it nothing yet. */
  public Provider(URI issuer, Clock clock) {
    this.issuer = new Issuer(issuer);
    this.metadata = new Kept<>("The metadata of " + issuer, this::discover, AGES, clock);
    this.keys = new Kept<>("The keys of " + issuer, this::load, AGES, clock);
  }

  Issuer issuer() {
    return issuer;
  }

  /**
   * What it says of itself.
   *
   * @throws ProviderUnavailable when it gives no answer
   */
  OIDCProviderMetadata metadata() {
    return metadata.value();
  }

  /**
   * The keys that fit; asked for again when none does, as the provider may have taken another into
   * use.
   *
   * @throws ProviderUnavailable when it gives no answer
   */
  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext none) {
    List<JWK> known = selector.select(keys.value());
    return known.isEmpty() ? selector.select(keys.newer()) : known;
  }

  private OIDCProviderMetadata discover() throws Exception {
    OIDCProviderMetadata told = OIDCProviderMetadata.resolve(issuer, Provider::bound);
    for (URI address :
        new URI[] {
          told.getJWKSetURI(),
          told.getTokenEndpointURI(),
          told.getAuthorizationEndpointURI(),
          told.getEndSessionEndpointURI()
        }) {
      if (address != null && !isSafe(address)) {
        throw new GeneralException(address + " is without TLS");
      }
    }
    return told;
  }

  private JWKSet load() throws Exception {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, metadata().getJWKSetURI());
    bound(request);
    HTTPResponse response = request.send();
    response.ensureStatusCode(200);
    return JWKSet.parse(response.getBody());
  }

  /** No request waits for long, and none is sent on to where nobody said that it should go. */
  static void bound(HTTPRequest request) {
    request.setConnectTimeout(CONNECT_MILLISECONDS);
    request.setReadTimeout(READ_MILLISECONDS);
    request.setFollowRedirects(false);
  }

  /** Whether nobody on the way can listen or answer: TLS, or this machine. */
  public static boolean isSafe(URI address) {
    String host = address.getHost();
    boolean here = "localhost".equals(host) || "[::1]".equals(host) || "127.0.0.1".equals(host);
    return "https".equals(address.getScheme()) || here && "http".equals(address.getScheme());
  }
}
