package nl.standaardencatalogus.server.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small provider of identities of the test's own: real HTTP, real signatures, and it takes a code
 * only once, from who shows the secret and the verifier. Who logs in is what the test says.
 */
final class LoopbackProvider implements AutoCloseable {
  static final String CLIENT = "catalogus-web";
  static final String SECRET = "geheim: van/ons";
  static final String AUDIENCE = "catalogus-api";

  private final int port;
  private final List<JWK> keys = new CopyOnWriteArrayList<>();
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  private record Asked(JWTClaimsSet said, String redirect, String challenge) {}

  LoopbackProvider() {
    this(0);
  }

  LoopbackProvider(int port) {
    try {
      rotate();
      start(port);
      this.port = server.getAddress().getPort();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(int at) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::metadata);
    server.createContext("/keys", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  /** Gives no answer any more. */
  void goDown() {
    server.stop(0);
  }

  /** Is back where it was. */
  void comeBack() {
    start(port);
  }

  /** Signs with a new key from now on, and says so. */
  void rotate() throws JOSEException {
    keys.add(0, new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate());
    keys.add(new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
  }

  /** How often it was asked for its keys. */
  int asked() {
    return asked.get();
  }

  String issuer() {
    return "http://localhost:" + port;
  }

  RSAKey key() {
    return (RSAKey) keys.get(0);
  }

  private ECKey curveKey() {
    return (ECKey) keys.get(keys.size() - 1);
  }

  /** What an access token for a program says, to be changed by a test. */
  JWTClaimsSet.Builder access(String organisation, String... roles) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject("service-account")
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("azp", "zaaksysteem")
        .claim("typ", "Bearer")
        .claim("organisation", organisation)
        .claim("roles", List.of(roles));
  }

  /** What an ID token for the catalogue says. */
  JWTClaimsSet.Builder identity(String subject, String organisation, String... roles) {
    return access(organisation, roles)
        .subject(subject)
        .audience(CLIENT)
        .claim("azp", CLIENT)
        .claim("typ", "ID");
  }

  String signed(JWTClaimsSet claims) {
    return signed(JWSAlgorithm.RS256, JOSEObjectType.JWT, claims);
  }

  /** Signed with the key of this provider that goes with the algorithm. */
  String signed(JWSAlgorithm algorithm, JOSEObjectType type, JWTClaimsSet claims) {
    try {
      boolean curve = JWSAlgorithm.Family.EC.contains(algorithm);
      JWSSigner signer = curve ? new ECDSASigner(curveKey()) : new RSASSASigner(key());
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(algorithm)
                  .keyID(curve ? curveKey().getKeyID() : key().getKeyID())
                  .type(type)
                  .build(),
              claims);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody logs in, as who these claims say; gives the query of where the browser is sent. */
  String login(URI authorization, JWTClaimsSet.Builder claims) {
    Map<String, List<String>> query = URLUtils.parseParameters(authorization.getRawQuery());
    String code = "code-" + codes.size() + "-" + System.nanoTime();
    codes.put(
        code,
        new Asked(
            claims.claim("nonce", one(query, "nonce")).build(),
            one(query, "redirect_uri"),
            one(query, "code_challenge")));
    return "code=" + code + "&state=" + one(query, "state");
  }

  static String one(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of("")).get(0);
  }

  private void metadata(HttpExchange exchange) throws IOException {
    String all =
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout",
        "response_types_supported":["code"],"subject_types_supported":["public"],
        "id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer());
    answer(exchange, 200, all);
  }

  private void keys(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    answer(exchange, 200, new JWKSet(keys).toPublicJWKSet().toString());
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, List<String>> form =
        URLUtils.parseParameters(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    // Both are encoded as in a form first (RFC 6749 §2.3.1).
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":geheim%3A+van%2Fons").getBytes(StandardCharsets.US_ASCII));
    if (!expected.equals(shown)) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    Asked code = codes.remove(one(form, "code"));
    if (code == null
        || !code.redirect().equals(one(form, "redirect_uri"))
        || !code.challenge().equals(challenge(one(form, "code_verifier")))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        """
        {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}
        """
            .formatted(signed(code.said())));
  }

  private static String challenge(String verifier) {
    return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier)).getValue();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
