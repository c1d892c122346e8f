package nl.standaardencatalogus.server.openid;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue with a real Keycloak: tokens, attacks on them, and a login in a real browser. */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {
  private static final String OWN = "gm0344";
  private static final String OTHER = "gm0363";

  @TempDir private static Path folder;
  private static Keycloak keycloak;
  private static TestServer server;
  private static String token;
  private static String shortLived;

  @BeforeAll
  static void start() throws Exception {
    String catalogue = "http://localhost:" + free();
    String port = free();
    CompletableFuture<Keycloak> starting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Keycloak.start(port, catalogue);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    server =
        TestServer.on(
            folder,
            "PORT",
            catalogue.substring(catalogue.lastIndexOf(':') + 1),
            "PUBLIC_URL",
            catalogue,
            "OIDC_ISSUER",
            "http://localhost:" + port + "/realms/catalogus",
            "OIDC_NAME",
            "Keycloak",
            "OIDC_CLIENT_ID",
            "catalogus-web",
            "OIDC_CLIENT_SECRET",
            "catalogus-web-geheim",
            "OIDC_AUDIENCE",
            "catalogus-api");
    keycloak = starting.get();
    shortLived = keycloak.program("kort-gm0344");
    token = keycloak.program("zaaksysteem-gm0344");
  }

  private static String free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @AfterAll
  static void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static int declare(String municipality, String shown) throws Exception {
    return Program.declare(server.address(), municipality, shown).statusCode();
  }

  /** The claims of the good token, but for the municipality that it is not of. */
  private static JWTClaimsSet forged() throws Exception {
    return new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet())
        .claim("organisation", "https://identifier.overheid.nl/tooi/id/gemeente/" + OTHER)
        .build();
  }

  private static String kid() throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  // Programs

  @ParameterizedTest
  @CsvSource({
    "zaaksysteem-gm0344, 200, 403",
    "planner-oin, 200, 403",
    "zonder-rol, 403, 403",
    "zonder-organisatie, 403, 403"
  })
  void a_program_declares_for_its_own_municipality_and_no_other(String client, int own, int other)
      throws Exception {
    String shown = keycloak.program(client);
    assertEquals(own, declare(OWN, shown));
    assertEquals(other, declare(OTHER, shown));
  }

  @Test
  void without_a_token_nobody_declares() throws Exception {
    assertEquals(401, declare(OWN, null));
  }

  @Test
  void a_token_without_a_signature_is_refused() throws Exception {
    assertEquals(401, declare(OTHER, new PlainJWT(forged()).serialize()));
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() throws Exception {
    RSAKey known = JWKSet.parse(keycloak.keys()).getKeyByKeyId(kid()).toRSAKey();
    for (byte[] secret :
        List.of(
            known.toRSAPublicKey().getEncoded(), known.toPublicJWK().toJSONString().getBytes())) {
      SignedJWT confused =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid()).build(), forged());
      confused.sign(new MACSigner(secret));
      assertEquals(401, declare(OTHER, confused.serialize()));
    }
  }

  @Test
  void a_payload_that_was_changed_is_refused() throws Exception {
    String[] parts = token.split("\\.");
    String changed = parts[0] + "." + Base64URL.encode(forged().toString()) + "." + parts[2];
    assertEquals(401, declare(OTHER, changed));
  }

  @Test
  void a_key_of_ones_own_is_refused() throws Exception {
    RSAKey own = new RSAKeyGenerator(2048).keyID(kid()).generate();
    for (JWSHeader header :
        List.of(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid()).build(),
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build())) {
      SignedJWT signed = new SignedJWT(header, forged());
      signed.sign(new RSASSASigner(own));
      assertEquals(401, declare(OTHER, signed.serialize()));
    }
  }

  @Test
  void a_token_of_another_realm_is_refused() throws Exception {
    assertEquals(401, declare(OWN, keycloak.elsewhere()));
  }

  @Test
  void only_the_access_token_of_somebody_is_one() throws Exception {
    var all = keycloak.person("anna");
    assertEquals(200, declare(OWN, all.getString("access_token")));
    assertEquals(403, declare(OTHER, all.getString("access_token")));
    assertEquals(401, declare(OWN, all.getString("id_token")));
    assertEquals(401, declare(OWN, all.getString("refresh_token")));
  }

  /** Last, as clocks may differ a little: that is over by then. */
  @Test
  @Order(Integer.MAX_VALUE)
  void a_token_that_has_expired_is_refused() throws Exception {
    Instant over =
        SignedJWT.parse(shortLived)
            .getJWTClaimsSet()
            .getExpirationTime()
            .toInstant()
            .plusSeconds(Provider.SKEW_SECONDS + 2);
    Thread.sleep(Math.max(0, Duration.between(Instant.now(), over).toMillis()));
    assertEquals(401, declare(OWN, shortLived));
  }

  // People

  @Test
  void somebody_logs_in_in_a_browser_declares_and_logs_out() {
    try (Browser browser = new Browser()) {
      browser.open(server.address() + "/mijn/gm0344/opgaven/zaken-api", 1280);
      assertEquals(List.of(), browser.violations());
      login(browser, "anna");
      assertThat(browser.page()).hasURL(server.address() + "/mijn/gm0344/opgaven/zaken-api");
      assertThat(browser.find("button[value=controleren]")).isVisible();
      assertEquals(List.of(), browser.complaints());
      browser.find("form.me button").click();
      assertThat(browser.page()).hasURL(Pattern.compile("^[^?#]+/inloggen([?#]|$)"));
      // Out at Keycloak too: it asks for the password once more.
      browser.find("a[href^='/inloggen/openid']").click();
      assertThat(browser.find("#password")).isVisible();
      browser.open(server.address() + "/mijn/gm0344", 1280);
      assertThat(browser.find("#wachtwoord")).isVisible();
    }
  }

  @Test
  void who_is_of_no_organisation_is_told_so_in_his_browser() {
    try (Browser browser = new Browser()) {
      browser.open(server.address() + "/en/mijn", 320);
      login(browser, "vera");
      assertThat(browser.find(".errors")).containsText("for which municipality");
      assertEquals(List.of(), browser.violations());
      assertEquals(0, browser.overflow());
    }
  }

  private static void login(Browser browser, String name) {
    browser.find("a[href*='/inloggen/openid']").click();
    browser.find("#username").fill(name);
    browser.find("#password").fill(name + "-wachtwoord");
    browser.find("#kc-login").click();
  }
}
