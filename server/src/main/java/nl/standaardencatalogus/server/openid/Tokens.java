package nl.standaardencatalogus.server.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.server.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access tokens that programs show, as JWT (RFC 9068): signed by the provider with one of a few
 * algorithms, meant for the catalogue, and good now. An ID token is none, even if it is meant for
 * the catalogue; it tells a client who logged in. Safe for use by several threads.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
  private static final JOSEObjectType ACCESS_WHOLE = new JOSEObjectType("application/at+jwt");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final Claims claims;

  Tokens(Provider provider, Registration registration, Claims claims) {
    this.claims = claims;
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS, ACCESS_WHOLE, null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Provider.SIGNATURES, provider));
    DefaultJWTClaimsVerifier<SecurityContext> required =
        new DefaultJWTClaimsVerifier<>(
            registration.audience(),
            new JWTClaimsSet.Builder().issuer(provider.issuer().getValue()).build(),
            Set.of("sub", "exp"));
    required.setMaxClockSkew(Provider.SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(required);
  }

  /**
   * Whose a token is.
   *
   * @throws ProblemException 401 for one that is not good, 403 for one of no organisation, 503 when
   *     the provider has to be asked and gives no answer
   */
  public Principal principal(String token) {
    JWTClaimsSet good = checked(token);
    try {
      return claims.principal(good, program(good));
    } catch (NoOrganisation e) {
      throw new ProblemException(403, e.getMessage());
    }
  }

  private JWTClaimsSet checked(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet good = processor.process(jwt, null);
      if (!isAccessToken(jwt, good)) {
        throw ProblemException.invalidToken(
            "This is no access token: its header or its claim typ does not say so.");
      }
      if (good.getClaim("cnf") != null) {
        // RFC 8705, RFC 9449: whoever found it could use it, which is what the key is against.
        throw ProblemException.invalidToken(
            "This token is bound to a key that is not asked for here; get one that is not.");
      }
      return good;
    } catch (ExpiredJWTException e) {
      throw ProblemException.invalidToken("The token has expired; get another.");
    } catch (ParseException | BadJOSEException e) {
      LOG.info("A token is refused: {}", e.getMessage());
      throw ProblemException.invalidToken(
          "The token is not good: not signed by the provider that is known here, not meant for"
              + " the catalogue, or not good yet.");
    } catch (ProviderUnavailable e) {
      throw unavailable();
    } catch (JOSEException e) {
      LOG.info("A token cannot be checked: {}", e.getMessage());
      throw ProblemException.invalidToken("The token cannot be checked.");
    }
  }

  static ProblemException unavailable() {
    return ProblemException.unavailable(
        "The provider that says who you are gives no answer now. Try again later.",
        Provider.PAUSE_SECONDS);
  }

  /** RFC 9068 §2.1, or as Keycloak says it: there the header of an ID token is no different. */
  private static boolean isAccessToken(SignedJWT jwt, JWTClaimsSet good) {
    JOSEObjectType type = jwt.getHeader().getType();
    return ACCESS.equals(type)
        || ACCESS_WHOLE.equals(type)
        || "Bearer".equals(good.getClaim("typ"));
  }

  /** The program that the token was given to (RFC 9068 §2.2; Keycloak says {@code azp}). */
  private static String program(JWTClaimsSet good) {
    for (String name : new String[] {"client_id", "azp"}) {
      if (good.getClaim(name) instanceof String id && !id.isBlank()) {
        return id;
      }
    }
    return "OpenID Connect";
  }
}
