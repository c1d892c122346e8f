package nl.standaardencatalogus.server.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import nl.standaardencatalogus.catalogue.access.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging in at the provider, by authorization code with PKCE, state and nonce (OpenID Connect Core
 * 1.0 §3.1, RFC 7636, RFC 9700). Where the provider sends people back to follows from a setting,
 * never from what a request says. Safe for use by several threads.
 */
public final class CodeLogin {
  private static final Logger LOG = LoggerFactory.getLogger(CodeLogin.class);

  /** What the log calls people, whom it never names. */
  private static final String PEOPLE = "medewerker";

  /** So many may wait for the provider: one that is slow must not take every thread. */
  private static final int AT_ONCE = 8;

  /** It stands in a header of ours, and in the first line of a request to the provider. */
  private static final int LONGEST_ADDRESS = 4_000;

  private final Provider provider;
  private final Registration registration;
  private final Claims claims;
  private final URI back;
  private final URI afterLogout;
  private final Semaphore waiting = new Semaphore(AT_ONCE);

  CodeLogin(
      Provider provider, Registration registration, Claims claims, URI back, URI afterLogout) {
    this.provider = provider;
    this.registration = registration;
    this.claims = claims;
    this.back = back;
    this.afterLogout = afterLogout;
  }

  /** What people know the provider as. */
  public String name() {
    return registration.name();
  }

  /** Where a browser goes to log in, and what it must show when it comes back. */
  public record Departure(URI address, Attempt attempt) {}

  /**
   * How coming back ends.
   *
   * <p>The sealed set of ends: {@link Welcome}, {@link Refused}.
   */
  public sealed interface Arrival {}

  /**
   * Somebody is who the provider says.
   *
   * @param id the same at each login for the same organisation
   * @param idToken to be shown when he logs out
   */
  public record Welcome(String id, Principal principal, String idToken) implements Arrival {}

  /** Nobody is logged in. */
  public record Refused(Reason reason) implements Arrival {}

  /** Why nobody is logged in; pages have a sentence for each. */
  public enum Reason {
    /** Not begun in this browser, begun too long ago, or used already. */
    STRANGE("strange"),
    /** The provider does not let him in, or he gave up. */
    DENIED("denied"),
    /** The provider cannot do it now. */
    UNAVAILABLE("unavailable"),
    /** The provider and the catalogue do not understand each other; the log says why. */
    BROKEN("broken"),
    /** He acts for no organisation that the catalogue has. */
    NO_ORGANISATION("no-organisation");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** How addresses and keys of texts write it. */
    public String text() {
      return text;
    }
  }

  /**
   * Begins a login.
   *
   * @param language the language tag of the page that it begins on
   * @throws ProviderUnavailable when the provider gives no answer
   */
  public Departure depart(String language) {
    Attempt attempt = Attempt.random();
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                Scope.parse(registration.scope()),
                new ClientID(registration.clientId()),
                back)
            .endpointURI(provider.metadata().getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
    language(language).ifPresent(tag -> request.uiLocales(List.of(tag)));
    return new Departure(request.build().toURI(), attempt);
  }

  private static Optional<LangTag> language(String tag) {
    try {
      return Optional.of(LangTag.parse(tag));
    } catch (LangTagException e) {
      return Optional.empty();
    }
  }

  /**
   * Ends a login.
   *
   * @param parameters what the provider sent along with the browser
   * @param attempt what this browser began; empty when it shows nothing
   */
  public Arrival arrive(Map<String, List<String>> parameters, Optional<Attempt> attempt) {
    if (attempt.filter(it -> it.isAnsweredBy(parameters)).isEmpty()) {
      return new Refused(Reason.STRANGE);
    }
    try {
      AuthorizationResponse response = AuthorizationResponse.parse(back, parameters);
      OIDCProviderMetadata metadata = provider.metadata();
      requireSameIssuer(response, metadata);
      return response.indicatesSuccess()
          ? welcome(response, attempt.get(), metadata)
          : refused(response.toErrorResponse().getErrorObject());
    } catch (ProviderUnavailable | IOException e) {
      LOG.warn("Nobody can log in at {}: {}", registration.issuer(), e.getMessage());
      return new Refused(Reason.UNAVAILABLE);
    } catch (ParseException | java.text.ParseException | BadJOSEException | JOSEException e) {
      LOG.warn("A login at {} fails: {}", registration.issuer(), e.getMessage());
      return new Refused(Reason.BROKEN);
    } catch (NoOrganisation e) {
      LOG.info("A login at {} comes to nothing: {}", registration.issuer(), e.getMessage());
      return new Refused(Reason.NO_ORGANISATION);
    }
  }

  /** RFC 9207: an answer that another provider had a browser bring is not taken for one of ours. */
  private void requireSameIssuer(AuthorizationResponse response, OIDCProviderMetadata metadata)
      throws ParseException {
    boolean said = response.getIssuer() != null;
    if (said && !response.getIssuer().equals(provider.issuer())
        || !said && metadata.supportsAuthorizationResponseIssuerParam()) {
      throw new ParseException("The answer is not of this issuer: " + response.getIssuer());
    }
  }

  private static Refused refused(ErrorObject error) {
    LOG.info("The provider refuses a login: {}", error == null ? "" : error.getCode());
    return new Refused(
        switch (error == null || error.getCode() == null ? "" : error.getCode()) {
          case "access_denied", "login_required", "interaction_required", "consent_required" ->
              Reason.DENIED;
          case "server_error", "temporarily_unavailable" -> Reason.UNAVAILABLE;
          default -> Reason.BROKEN;
        });
  }

  private Arrival welcome(
      AuthorizationResponse response, Attempt attempt, OIDCProviderMetadata metadata)
      throws IOException,
          ParseException,
          java.text.ParseException,
          BadJOSEException,
          JOSEException {
    if (response.toSuccessResponse().getAuthorizationCode() == null) {
      return new Refused(Reason.BROKEN);
    }
    if (!waiting.tryAcquire()) {
      return new Refused(Reason.UNAVAILABLE);
    }
    HTTPResponse answer;
    try {
      answer = redeemed(response, attempt, metadata).send();
    } finally {
      waiting.release();
    }
    if (answer.getStatusCode() >= 500) {
      throw new IOException("it answers " + answer.getStatusCode());
    }
    TokenResponse told = OIDCTokenResponseParser.parse(answer);
    if (!told.indicatesSuccess()) {
      ErrorObject error = told.toErrorResponse().getErrorObject();
      LOG.warn("The provider does not take a code: {}", error == null ? "" : error.getCode());
      // A code that was used already, or that is too old.
      boolean old = error != null && "invalid_grant".equals(error.getCode());
      return new Refused(old ? Reason.STRANGE : Reason.BROKEN);
    }
    String idToken = ((OIDCTokenResponse) told).getOIDCTokens().getIDTokenString();
    JWTClaimsSet good = checked(idToken, attempt);
    Principal principal = claims.principal(good, PEOPLE);
    return new Welcome(Claims.id(good, principal.organisation()), principal, idToken);
  }

  private HTTPRequest redeemed(
      AuthorizationResponse response, Attempt attempt, OIDCProviderMetadata metadata) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            response.toSuccessResponse().getAuthorizationCode(),
            back,
            new CodeVerifier(attempt.verifier()));
    ClientID client = new ClientID(registration.clientId());
    URI endpoint = metadata.getTokenEndpointURI();
    HTTPRequest request = tokenRequest(endpoint, client, grant, metadata).toHTTPRequest();
    Provider.bound(request);
    return request;
  }

  private TokenRequest tokenRequest(
      URI endpoint, ClientID client, AuthorizationCodeGrant grant, OIDCProviderMetadata metadata) {
    if (registration.clientSecret() == null) {
      return new TokenRequest.Builder(endpoint, client, grant).build();
    }
    Secret secret = new Secret(registration.clientSecret());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    // Basic is what holds when the metadata does not say (OpenID Connect Discovery 1.0 §3).
    boolean post =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return new TokenRequest.Builder(
            endpoint,
            post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret),
            grant)
        .build();
  }

  private JWTClaimsSet checked(String idToken, Attempt attempt)
      throws java.text.ParseException, ParseException, BadJOSEException, JOSEException {
    IDTokenValidator validator =
        new IDTokenValidator(
            provider.issuer(),
            new ClientID(registration.clientId()),
            new JWSVerificationKeySelector<>(Provider.SIGNATURES, provider),
            null);
    validator.setMaxClockSkew(Provider.SKEW_SECONDS);
    JWT jwt = JWTParser.parse(idToken);
    return validator.validate(jwt, new Nonce(attempt.nonce())).toJWTClaimsSet();
  }

  /**
   * Where a browser goes to log out at the provider too (OpenID Connect RP-Initiated Logout 1.0);
   * empty when the provider has no such place, or gives no answer: who is logged out here stays so.
   */
  public Optional<URI> logout(String idToken) {
    try {
      URI endpoint = provider.metadata().getEndSessionEndpointURI();
      if (endpoint == null) {
        return Optional.empty();
      }
      URI whole = logout(endpoint, JWTParser.parse(idToken));
      // Without the token the provider asks whom it is to log out; longer ones reach nobody.
      boolean tooLong = whole.toString().length() > LONGEST_ADDRESS;
      return Optional.of(tooLong ? logout(endpoint, null) : whole);
    } catch (ProviderUnavailable | java.text.ParseException e) {
      LOG.warn("Nobody can log out at {}: {}", registration.issuer(), e.getMessage());
      return Optional.empty();
    }
  }

  private URI logout(URI endpoint, JWT idToken) {
    ClientID client = new ClientID(registration.clientId());
    return new LogoutRequest(endpoint, idToken, null, client, afterLogout, null, null).toURI();
  }
}
