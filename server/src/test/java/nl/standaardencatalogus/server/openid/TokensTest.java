package nl.standaardencatalogus.server.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens, signed by a provider on loopback and by others. */
class TokensTest {
  static {
    JenaSystem.init();
  }

  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final String OIN = "00000001002564440000";

  private static LoopbackProvider provider;

  private final TestClock clock = new TestClock();
  private final Graph state = GraphFactory.createDefaultGraph();
  private Tokens tokens;

  @BeforeAll
  static void start() {
    provider = new LoopbackProvider();
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  /** Tokens of a catalogue that has just begun and asked the provider nothing. */
  @BeforeEach
  void begin() {
    state.add(AMSTERDAM, RDF.type.asNode(), SC.MUNICIPALITY_CLASS);
    state.add(AMSTERDAM, SC.OIN, NodeFactory.createLiteralString(OIN));
    tokens = tokens("organisation", "roles");
  }

  private Tokens tokens(String organisationClaim, String rolesClaim) {
    Registration registration =
        new Registration(
            URI.create(provider.issuer()),
            "proef",
            null,
            null,
            "openid",
            LoopbackProvider.AUDIENCE,
            organisationClaim,
            rolesClaim);
    return OpenId.of(registration, () -> state, "http://localhost", clock).programs().orElseThrow();
  }

  private JWTClaimsSet.Builder good() {
    return provider.access(AMSTERDAM.getURI(), "municipality");
  }

  private Principal principal(JWTClaimsSet.Builder claims) {
    return tokens.principal(provider.signed(claims.build()));
  }

  private ProblemException refused(String token) {
    return assertThrows(ProblemException.class, () -> tokens.principal(token));
  }

  private void assertUnauthorised(String token) {
    ProblemException refused = refused(token);
    assertEquals(401, refused.problem().status());
    assertTrue(refused.challenge().contains("error=\"invalid_token\""), refused.challenge());
  }

  private void assertUnauthorised(JWTClaimsSet.Builder claims) {
    assertUnauthorised(provider.signed(claims.build()));
  }

  private void assertForbidden(JWTClaimsSet.Builder claims, String why) {
    ProblemException refused = refused(provider.signed(claims.build()));
    assertEquals(403, refused.problem().status());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  // Who it is

  @Test
  void a_good_token_is_its_organisation_with_its_roles() {
    Principal principal = principal(good());
    assertEquals(new Principal("zaaksysteem", AMSTERDAM, Set.of(Role.MUNICIPALITY)), principal);
  }

  @Test
  void an_oin_is_the_organisation_that_has_it() {
    assertEquals(AMSTERDAM, principal(good().claim("organisation", OIN)).organisation());
  }

  @Test
  void an_oin_that_two_have_is_nobodys() {
    Node utrecht = Iris.municipality("gm0344");
    state.add(utrecht, RDF.type.asNode(), SC.MUNICIPALITY_CLASS);
    state.add(utrecht, SC.OIN, NodeFactory.createLiteralString(OIN));
    assertForbidden(good().claim("organisation", OIN), "more than one");
  }

  @Test
  void an_oin_counts_in_the_record_of_an_organisation_only() {
    Node declaration = Iris.declaration("gm0344", "zaken-api");
    state.add(declaration, RDF.type.asNode(), SC.DECLARATION_CLASS);
    state.add(declaration, SC.OIN, NodeFactory.createLiteralString(OIN));
    assertEquals(AMSTERDAM, principal(good().claim("organisation", OIN)).organisation());
  }

  @Test
  void claims_have_the_names_of_the_settings_also_within_others() {
    tokens = tokens("https://voorbeeld.nl/organisatie", "realm_access.roles");
    JWTClaimsSet.Builder claims =
        good()
            .claim("organisation", null)
            .claim("roles", null)
            .claim("https://voorbeeld.nl/organisatie", List.of(AMSTERDAM.getURI()))
            .claim("realm_access", Map.of("roles", List.of("editor", "offline_access")));
    assertEquals(new Principal("zaaksysteem", AMSTERDAM, Set.of(Role.EDITOR)), principal(claims));
  }

  @Test
  void an_unknown_role_gives_nothing() {
    assertEquals(Set.of(), principal(good().claim("roles", List.of("baas", "EDITOR"))).roles());
    assertEquals(Set.of(), principal(good().claim("roles", Map.of("editor", true))).roles());
  }

  @Test
  void a_token_of_no_organisation_is_told_what_is_missing() {
    assertForbidden(good().claim("organisation", null), "organisation is missing");
    assertForbidden(
        good().claim("organisation", List.of(AMSTERDAM.getURI(), "x")), "names several");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://identifier.overheid.nl/tooi/id/gemeente/gm9999",
        "00000001000000000000",
        "Amsterdam",
        "https://w3id.org/standaardencatalogus/id/verklaring/gm0363/zaken-api"
      })
  void what_is_no_organisation_here_is_told_so(String organisation) {
    assertForbidden(good().claim("organisation", organisation), "no organisation");
  }

  // What is believed

  @Test
  void the_three_signatures_are_believed() {
    for (JWSAlgorithm algorithm : Provider.SIGNATURES) {
      String token = provider.signed(algorithm, JOSEObjectType.JWT, good().build());
      assertEquals(AMSTERDAM, tokens.principal(token).organisation(), algorithm.getName());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "PS512"})
  void others_are_not_even_of_the_same_key(String algorithm) {
    JWSAlgorithm other = JWSAlgorithm.parse(algorithm);
    assertUnauthorised(provider.signed(other, JOSEObjectType.JWT, good().build()));
  }

  @Test
  void a_token_without_a_signature_is_not() {
    assertUnauthorised(new PlainJWT(good().build()).serialize());
    String[] parts = provider.signed(good().build()).split("\\.");
    assertUnauthorised(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void a_public_key_is_no_secret_to_sign_with() throws JOSEException {
    for (byte[] secret :
        List.of(
            provider.key().toRSAPublicKey().getEncoded(),
            provider.key().toPublicJWK().toJSONString().getBytes())) {
      SignedJWT confused =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.key().getKeyID()).build(),
              good().build());
      confused.sign(new MACSigner(secret));
      assertUnauthorised(confused.serialize());
    }
  }

  @Test
  void a_payload_that_was_changed_is_not() {
    String[] parts = provider.signed(good().build()).split("\\.");
    String other = good().claim("roles", List.of("editor")).build().toString();
    assertUnauthorised(parts[0] + "." + Base64URL.encode(other) + "." + parts[2]);
  }

  @Test
  void a_key_that_is_not_the_providers_is_not() throws JOSEException {
    RSAKey own = new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate();
    List<JWSHeader> headers = new ArrayList<>();
    headers.add(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(own.getKeyID()).build());
    headers.add(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build());
    headers.add(
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .jwkURL(URI.create("http://127.0.0.1:1/keys"))
            .build());
    for (JWSHeader header : headers) {
      SignedJWT token = new SignedJWT(header, good().build());
      token.sign(new RSASSASigner(own));
      assertUnauthorised(token.serialize());
    }
  }

  @Test
  void another_issuer_is_not() {
    assertUnauthorised(good().issuer(provider.issuer() + "/"));
    try (LoopbackProvider other = new LoopbackProvider()) {
      assertUnauthorised(other.signed(other.access(AMSTERDAM.getURI(), "municipality").build()));
      assertUnauthorised(other.signed(good().build()));
    }
  }

  @Test
  void a_token_for_others_is_not() {
    assertUnauthorised(good().audience("elders"));
    assertUnauthorised(good().audience((String) null));
    assertEquals(
        AMSTERDAM,
        principal(good().audience(List.of("elders", LoopbackProvider.AUDIENCE))).organisation());
  }

  @Test
  void an_id_token_is_not() {
    assertUnauthorised(provider.identity("p1", AMSTERDAM.getURI(), "municipality"));
    assertUnauthorised(
        provider
            .identity("p1", AMSTERDAM.getURI(), "municipality")
            .audience(List.of(LoopbackProvider.CLIENT, LoopbackProvider.AUDIENCE)));
    assertUnauthorised(good().claim("typ", null));
  }

  @Test
  void an_access_token_says_so_in_its_header_or_in_a_claim() {
    JWTClaimsSet claims = good().claim("typ", null).claim("client_id", "planner").build();
    String token = provider.signed(JWSAlgorithm.RS256, new JOSEObjectType("at+jwt"), claims);
    assertEquals("planner", tokens.principal(token).name());
    assertUnauthorised(
        provider.signed(JWSAlgorithm.RS256, new JOSEObjectType("logout+jwt"), good().build()));
  }

  @Test
  void what_has_expired_or_is_not_good_yet_is_not() {
    Instant now = Instant.now();
    ProblemException expired =
        refused(provider.signed(good().expirationTime(Date.from(now.minusSeconds(60))).build()));
    assertEquals(401, expired.problem().status());
    assertTrue(expired.challenge().contains("The token has expired; get another."));
    assertUnauthorised(good().notBeforeTime(Date.from(now.plusSeconds(120))));
    assertUnauthorised(good().expirationTime(null));
    // Clocks differ a little.
    principal(good().expirationTime(Date.from(now.minusSeconds(5))));
  }

  @Test
  void a_token_that_is_bound_to_a_key_is_not_for_the_bearer() {
    assertUnauthorised(good().claim("cnf", Map.of("jkt", "0ZcOCORZNYy")));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a.b.c", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9..", "é.ß.x"})
  void what_is_no_token_is_not(String token) {
    assertUnauthorised(token);
  }

  // When the provider changes

  @Test
  void a_new_key_is_asked_for_once_it_is_used() throws JOSEException {
    int before = provider.asked();
    principal(good());
    provider.rotate();
    clock.pass(Provider.PAUSE_SECONDS + 1);
    assertEquals(AMSTERDAM, principal(good()).organisation());
    assertEquals(2, provider.asked() - before);
  }

  @Test
  void nobody_can_have_the_provider_asked_time_and_again() throws JOSEException {
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("onbekend").generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("onbekend").build(), good().build());
    token.sign(new RSASSASigner(unknown));
    int before = provider.asked();
    for (int i = 0; i < 20; i++) {
      assertUnauthorised(token.serialize());
    }
    assertEquals(1, provider.asked() - before);
    clock.pass(Provider.PAUSE_SECONDS + 1);
    for (int i = 0; i < 20; i++) {
      assertUnauthorised(token.serialize());
    }
    assertEquals(2, provider.asked() - before);
  }

  @Test
  void a_provider_that_is_down_is_told_and_asked_again_later() {
    String token = provider.signed(good().build());
    provider.goDown();
    ProblemException refused = refused(token);
    assertEquals(503, refused.problem().status());
    assertTrue(refused.retryAfter() > 0);
    provider.comeBack();
    assertEquals(503, refused(token).problem().status(), "not asked again so soon");
    clock.pass(Provider.PAUSE_SECONDS + 1);
    assertEquals(AMSTERDAM, tokens.principal(token).organisation());
  }

  @Test
  void what_is_known_of_a_provider_that_went_down_holds_for_a_while() {
    principal(good());
    provider.goDown();
    clock.pass(30 * 60);
    principal(good());
    clock.pass(40 * 60);
    assertEquals(503, refused(provider.signed(good().build())).problem().status());
    provider.comeBack();
  }

  /** A clock for what is kept; tokens are looked at with the real one. */
  private static final class TestClock extends Clock {
    private Instant now = Instant.now();

    void pass(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
