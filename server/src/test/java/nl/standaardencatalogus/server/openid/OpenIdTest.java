package nl.standaardencatalogus.server.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.mine.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in at a provider on loopback, and its tokens at the API, over HTTP. */
class OpenIdTest {
  private static final String AMSTERDAM = Iris.municipality("gm0363").getURI();
  private static final String UTRECHT_OIN = "00000001002220647000";
  private static final String FORM = "/mijn/gm0363/opgaven/zaken-api";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static LoopbackProvider provider;
  private static TestServer server;
  private static HttpResponse<String> reading;
  private static HttpResponse<String> leaving;
  private static String leavingAsProgram;
  private static HttpResponse<String> declaring;

  /**
   * The provider is down at first: all tests but those of that also show that it is found again.
   */
  @BeforeAll
  static void start() throws Exception {
    provider = new LoopbackProvider();
    String token = provider.signed(provider.access(AMSTERDAM, "municipality").build());
    provider.goDown();
    String port = free();
    server =
        TestServer.on(
            folder,
            "PORT",
            port,
            "PUBLIC_URL",
            "http://localhost:" + port,
            "PROXIES",
            "127.0.0.1,::1",
            "OIDC_ISSUER",
            provider.issuer(),
            "OIDC_NAME",
            "Proef & Zoon",
            "OIDC_CLIENT_ID",
            LoopbackProvider.CLIENT,
            "OIDC_CLIENT_SECRET",
            LoopbackProvider.SECRET,
            "OIDC_AUDIENCE",
            LoopbackProvider.AUDIENCE);
    reading = nobody().get("/standaarden");
    leaving = nobody().get("/inloggen/openid");
    leavingAsProgram = nobody().data("/inloggen/openid", "application/json");
    declaring = put("gm0363", token);
    provider.comeBack();
    for (int i = 0; i < 40 && nobody().get("/inloggen/openid").statusCode() == 503; i++) {
      Thread.sleep(250);
    }
  }

  private static String free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  private static Person nobody() {
    return new Person(server.address());
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static URI depart(Person person, String start) throws Exception {
    HttpResponse<String> response = person.get(start);
    assertEquals(303, response.statusCode(), response.body());
    return URI.create(location(response));
  }

  private static HttpResponse<String> arrive(Person person, String query) throws Exception {
    return person.get("/inloggen/terug?" + query);
  }

  private static HttpResponse<String> login(Person person, JWTClaimsSet.Builder claims)
      throws Exception {
    URI address = depart(person, "/inloggen/openid?verder=/mijn/gm0363");
    return arrive(person, provider.login(address, claims));
  }

  private static JWTClaimsSet.Builder anna() {
    return provider.identity("anna", AMSTERDAM, "municipality");
  }

  private static String one(URI address, String name) {
    Map<String, List<String>> query = URLUtils.parseParameters(address.getRawQuery());
    return LoopbackProvider.one(query, name);
  }

  // Logging in

  @Test
  void the_page_to_log_in_at_names_the_provider_and_leads_there() throws Exception {
    String page = nobody().get("/inloggen?verder=/mijn/gm0363").body();
    assertTrue(page.contains("Inloggen met Proef &amp; Zoon"), page);
    assertTrue(page.contains("href=\"/inloggen/openid?verder=%2Fmijn%2Fgm0363\""), page);
    assertTrue(page.contains("name=\"wachtwoord\""), "names and passwords of ours stay");
  }

  @Test
  void who_leaves_takes_along_what_the_provider_must_send_back() throws Exception {
    URI address = depart(nobody(), "/en/inloggen/openid");
    assertTrue(address.toString().startsWith(provider.issuer() + "/authorize?"));
    assertEquals("code", one(address, "response_type"));
    assertEquals("S256", one(address, "code_challenge_method"));
    assertEquals(43, one(address, "code_challenge").length());
    assertEquals(43, one(address, "nonce").length());
    assertEquals(43, one(address, "state").length());
    assertEquals("openid", one(address, "scope"));
    assertEquals("en", one(address, "ui_locales"));
    assertEquals(server.address() + "/inloggen/terug", one(address, "redirect_uri"));
    URI next = depart(nobody(), "/inloggen/openid");
    assertNotEquals(one(address, "state"), one(next, "state"));
    assertNotEquals(one(address, "nonce"), one(next, "nonce"));
    assertNotEquals(one(address, "code_challenge"), one(next, "code_challenge"));
  }

  @Test
  void where_people_come_back_to_does_not_follow_from_a_request() throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/inloggen/openid"))
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=192.0.2.1;host=evil.example")
                .build(),
            BodyHandlers.ofString());
    assertEquals(
        server.address() + "/inloggen/terug", one(URI.create(location(response)), "redirect_uri"));
  }

  @Test
  void who_logged_in_declares_for_his_own_municipality_and_no_other() throws Exception {
    Person anna = nobody();
    HttpResponse<String> response = login(anna, anna());
    assertEquals(303, response.statusCode());
    assertTrue(location(response).endsWith("/mijn/gm0363"), location(response));
    assertEquals(200, anna.get(FORM).statusCode());
    assertEquals(403, anna.get("/mijn/gm0344").statusCode());
  }

  @Test
  void an_oin_in_an_id_token_is_the_municipality_that_has_it() throws Exception {
    Person bas = nobody();
    login(bas, provider.identity("bas", UTRECHT_OIN, "municipality"));
    assertEquals(200, bas.get("/mijn/gm0344").statusCode());
    assertEquals(403, bas.get("/mijn/gm0363").statusCode());
  }

  @Test
  void cookies_are_for_the_server_alone() throws Exception {
    Person anna = nobody();
    HttpResponse<String> left = anna.get("/inloggen/openid");
    HttpResponse<String> back = login(anna, anna());
    List<String> all = new ArrayList<>(left.headers().allValues("Set-Cookie"));
    all.addAll(back.headers().allValues("Set-Cookie"));
    assertEquals(3, all.size(), all::toString);
    for (String cookie : all) {
      assertTrue(cookie.contains("; HttpOnly; SameSite=Lax"), cookie);
    }
    assertTrue(all.get(0).startsWith("inloggen=") && all.get(0).contains("; Max-Age=600"));
    assertTrue(all.get(1).startsWith("inloggen=;") && all.get(1).contains("; Max-Age=0"));
    assertTrue(all.get(2).startsWith("sessie="));
  }

  @Test
  void a_session_begins_under_a_new_token_and_the_old_one_ends() throws Exception {
    Person anna = nobody();
    login(anna, anna());
    Person before = Person.with(anna);
    login(anna, anna());
    assertEquals(200, anna.get("/mijn/gm0363").statusCode());
    assertEquals(303, before.get("/mijn/gm0363").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "//example.org/mijn", "/sparql", "/mijn/../x"})
  void a_login_never_leads_elsewhere(String onwards) throws Exception {
    Person anna = nobody();
    String start = "/inloggen/openid?verder=" + URLEncoder.encode(onwards, StandardCharsets.UTF_8);
    HttpResponse<String> response = arrive(anna, provider.login(depart(anna, start), anna()));
    assertEquals(303, response.statusCode());
    assertTrue(location(response).endsWith("/mijn"), location(response));
  }

  @Test
  void drafts_are_there_again_at_the_next_login_and_are_nobody_elses() throws Exception {
    Person anna = nobody();
    login(anna, anna());
    assertEquals(
        303, anna.fill(FORM, "actie", "concept", "productName", "Halverwege").statusCode());
    Person again = nobody();
    login(again, anna());
    assertTrue(again.get(FORM).body().contains("value=\"Halverwege\""));
    Person colleague = nobody();
    login(colleague, provider.identity("clara", AMSTERDAM, "municipality"));
    assertFalse(colleague.get(FORM).body().contains("Halverwege"));
    again.fill(FORM, "actie", "weggooien");
  }

  @Test
  void a_form_that_the_session_was_not_sent_is_refused() throws Exception {
    Person anna = nobody();
    login(anna, anna());
    assertEquals(403, anna.post(FORM, "actie", "concept").statusCode());
    assertEquals(403, anna.post("/uitloggen").statusCode());
  }

  @Test
  void what_was_filled_in_survives_a_login_at_the_provider() throws Exception {
    Person late = nobody();
    String page = late.post(FORM, "actie", "versturen", "productName", "Niet kwijt").body();
    assertTrue(page.contains("action=\"/inloggen/openid\""), page);
    HttpResponse<String> leave =
        late.post("/inloggen/openid", "verder", FORM, "mee.productName", "Niet kwijt");
    assertEquals(200, leave.statusCode());
    URI address =
        URI.create(
            leave.headers().firstValue("Refresh").orElseThrow().substring("0; url=".length()));
    assertTrue(leave.body().contains("Verder naar Proef &amp; Zoon"));
    // Given up first: it is still there for the next try.
    HttpResponse<String> refused =
        arrive(late, "error=access_denied&state=" + one(address, "state"));
    assertTrue(late.get(path(refused)).body().contains("value=\"Niet kwijt\""));
    assertTrue(location(arrive(late, provider.login(address, anna()))).endsWith(FORM));
    assertTrue(late.get(FORM).body().contains("value=\"Niet kwijt\""));
    late.fill(FORM, "actie", "weggooien");
  }

  private static String path(HttpResponse<?> response) {
    assertEquals(303, response.statusCode());
    URI address = URI.create(location(response));
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  // What is refused

  private static void assertRefused(
      Person person, HttpResponse<String> arrival, int status, String text) throws Exception {
    HttpResponse<String> page = person.get(path(arrival));
    assertEquals(status, page.statusCode());
    assertTrue(page.body().contains(text), page.body());
    assertTrue(page.body().contains("<title>Fout: "));
    assertEquals(303, person.get("/mijn/gm0363").statusCode(), "nobody is logged in");
  }

  @Test
  void an_answer_that_another_browser_asked_for_is_refused() throws Exception {
    Person attacker = nobody();
    String query = provider.login(depart(attacker, "/inloggen/openid"), anna());
    Person other = nobody();
    assertRefused(other, arrive(other, query), 403, "begon niet in deze browser");
    Person victim = nobody();
    depart(victim, "/inloggen/openid");
    assertRefused(victim, arrive(victim, query), 403, "begon niet in deze browser");
  }

  @Test
  void a_code_is_good_once() throws Exception {
    Person anna = nobody();
    URI address = depart(anna, "/inloggen/openid");
    Person same = Person.with(anna);
    String query = provider.login(address, anna());
    assertEquals(303, arrive(anna, query).statusCode());
    assertRefused(same, arrive(same, query), 403, "was al gebruikt");
  }

  @Test
  void a_code_of_another_attempt_is_refused() throws Exception {
    Person one = nobody();
    String query = provider.login(depart(one, "/inloggen/openid"), anna());
    Person other = nobody();
    String state = one(depart(other, "/inloggen/openid"), "state");
    String injected = query.replaceFirst("state=.*", "state=" + state);
    assertRefused(other, arrive(other, injected), 403, "was al gebruikt");
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, 403, is afgebroken",
    "temporarily_unavailable, 503, geen antwoord van",
    "unauthorized_client, 403, begrijpen elkaar niet"
  })
  void what_the_provider_refuses_is_told_politely(String error, int status, String text)
      throws Exception {
    Person anna = nobody();
    String state = one(depart(anna, "/inloggen/openid"), "state");
    String query = "error=" + error + "&error_description=%3Cb%3Ex&state=" + state;
    HttpResponse<String> arrival = arrive(anna, query);
    assertFalse(location(arrival).contains("error_description"));
    assertRefused(anna, arrival, status, text);
  }

  @Test
  void english_people_are_told_in_english() throws Exception {
    Person anna = nobody();
    String state = one(depart(anna, "/inloggen/openid?verder=/en/mijn"), "state");
    String page = anna.get(path(arrive(anna, "error=access_denied&state=" + state))).body();
    assertTrue(page.contains("was given up"), page);
  }

  @Test
  void an_id_token_for_another_nonce_issuer_or_client_logs_nobody_in() throws Exception {
    for (JWTClaimsSet.Builder claims :
        List.of(
            anna().issuer("http://localhost:1"),
            anna().audience("elders").claim("azp", "elders"),
            anna().expirationTime(Date.from(Instant.now().minusSeconds(300))))) {
      Person anna = nobody();
      assertRefused(anna, login(anna, claims), 403, "begrijpen elkaar niet");
    }
    Person anna = nobody();
    String query = provider.login(depart(anna, "/inloggen/openid"), anna());
    // The browser's own cookie says another nonce than the provider was asked to write.
    Person changed = Person.with(anna);
    changed.changeCookie(
        "inloggen",
        value -> {
          String[] parts = value.split("\\.");
          parts[1] = Base64URL.encode(new byte[32]).toString();
          return String.join(".", parts);
        });
    assertRefused(changed, arrive(changed, query), 403, "begrijpen elkaar niet");
  }

  @Test
  void an_answer_of_another_issuer_is_refused() throws Exception {
    Person anna = nobody();
    String query = provider.login(depart(anna, "/inloggen/openid"), anna());
    assertRefused(
        anna,
        arrive(anna, query + "&iss=https%3A%2F%2Fevil.example"),
        403,
        "begrijpen elkaar niet");
  }

  @Test
  void who_is_of_no_organisation_is_told_whom_to_ask() throws Exception {
    Person anna = nobody();
    assertRefused(
        anna,
        login(anna, provider.identity("anna", null, "municipality")),
        403,
        "niet voor welke gemeente");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "code=x", "state=x", "code=x&state=x", "state=a&state=b&code=%00"})
  void an_arrival_that_nobody_sent_does_no_harm(String query) throws Exception {
    Person anna = nobody();
    depart(anna, "/inloggen/openid");
    assertEquals(303, arrive(anna, query).statusCode());
    assertEquals(303, anna.get("/mijn/gm0363").statusCode());
  }

  @Test
  void the_provider_cannot_be_asked_without_end() throws Exception {
    HttpResponse<Void> begun = from("192.0.2.99", "/inloggen/openid", "");
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String state = one(URI.create(location(begun)), "state");
    int status = 303;
    for (int i = 0; i < 40 && status == 303; i++) {
      status = from("192.0.2.99", "/inloggen/terug?code=x&state=" + state, cookie).statusCode();
    }
    assertEquals(429, status);
    String other = "/inloggen/terug?code=x&state=" + state;
    assertEquals(303, from("192.0.2.98", other, cookie).statusCode());
  }

  @Test
  void another_site_cannot_use_up_the_tries_of_an_office() throws Exception {
    for (int i = 0; i < 40; i++) {
      String path = "/inloggen/terug?code=x&state=x";
      assertEquals(303, from("192.0.2.97", path, "").statusCode());
    }
  }

  @Test
  void wrong_keys_are_counted_for_the_client_behind_a_trusted_proxy() throws Exception {
    String wrong = "sc_bbbbbbbb_" + "A".repeat(43);
    int status = 401;
    for (int i = 0; i < 20 && status == 401; i++) {
      status = keyFrom("for=\"[2001:db8::1]:4711\"", wrong);
    }
    assertEquals(429, status);
    assertEquals(401, keyFrom("for=\"[2001:db8::2]\"", wrong));
    assertEquals(400, keyFrom("for=\"[2001:db8::2]", wrong), "where a quote ends nobody can tell");
  }

  private static int keyFrom(String forwarded, String key) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(
                    URI.create(server.address() + "/api/v1/declarations/gm0363/zaken-api"))
                .header("Forwarded", forwarded)
                .header("Authorization", "Bearer " + key)
                .DELETE()
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  /** As a request of a client that a trusted proxy asks for. */
  private static HttpResponse<Void> from(String client, String path, String cookie)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept", "text/html")
            .header("X-Forwarded-For", "203.0.113.5, " + client)
            .header("Cookie", cookie)
            .build(),
        BodyHandlers.discarding());
  }

  // Logging out

  @Test
  void who_logs_out_is_out_here_and_goes_on_to_the_provider() throws Exception {
    Person anna = nobody();
    login(anna, anna());
    Person same = Person.with(anna);
    String seal = Person.seal(anna.get("/mijn/gm0363").body());
    HttpResponse<String> response = anna.post("/uitloggen", "zegel", seal);
    assertEquals(200, response.statusCode());
    assertEquals(303, same.get("/mijn/gm0363").statusCode());
    URI address =
        URI.create(
            response.headers().firstValue("Refresh").orElseThrow().substring("0; url=".length()));
    assertTrue(address.toString().startsWith(provider.issuer() + "/logout?"));
    assertEquals(server.address() + "/inloggen", one(address, "post_logout_redirect_uri"));
    assertEquals(3, one(address, "id_token_hint").split("\\.").length);
  }

  @Test
  void who_has_a_token_that_no_address_holds_logs_out_without_it() throws Exception {
    Person anna = nobody();
    login(anna, anna().claim("groups", "g".repeat(6000)));
    String seal = Person.seal(anna.get("/mijn/gm0363").body());
    HttpResponse<String> response = anna.post("/uitloggen", "zegel", seal);
    assertEquals(200, response.statusCode());
    String refresh = response.headers().firstValue("Refresh").orElseThrow();
    assertTrue(refresh.contains("client_id=") && !refresh.contains("id_token_hint"), refresh);
  }

  @Test
  void what_somebody_began_for_one_organisation_is_not_there_for_another() throws Exception {
    Person anna = nobody();
    login(anna, anna());
    assertEquals(303, anna.fill(FORM, "actie", "concept", "productName", "Voor A").statusCode());
    Person editor = nobody();
    login(editor, provider.identity("anna", Iris.organisation("vng").getURI(), "editor"));
    String same = editor.get(FORM).body();
    assertTrue(same.contains("name=\"productName\""), same);
    assertFalse(same.contains("Voor A"));
    assertTrue(anna.get(FORM).body().contains("Voor A"));
    anna.fill(FORM, "actie", "weggooien");
  }

  // Programs

  private static HttpResponse<String> put(String municipality, String token) throws Exception {
    return Program.declare(server.address(), municipality, token);
  }

  private static String challenge(HttpResponse<String> response) {
    assertEquals(401, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }

  @Test
  void a_program_writes_for_the_municipality_of_its_token_and_no_other() throws Exception {
    String token = provider.signed(provider.access(AMSTERDAM, "municipality").build());
    HttpResponse<String> own = put("gm0363", token);
    assertEquals(200, own.statusCode(), own.body());
    assertEquals(403, put("gm0344", token).statusCode());
    String withoutRole = provider.signed(provider.access(AMSTERDAM).build());
    assertEquals(403, put("gm0363", withoutRole).statusCode());
  }

  @Test
  void who_shows_nothing_is_asked_for_a_token_and_told_of_no_error() throws Exception {
    assertEquals("Bearer realm=\"standaardencatalogus\"", challenge(put("gm0363", null)));
  }

  @Test
  void what_is_not_good_is_told_as_the_rfc_says() throws Exception {
    for (String bad : List.of("a.b.c", "sc_abcdefgh_x", "geen-sleutel")) {
      String challenge = challenge(put("gm0363", bad));
      assertTrue(challenge.contains(", error=\"invalid_token\", error_description=\""), challenge);
    }
    String idToken = provider.signed(anna().build());
    assertTrue(challenge(put("gm0363", idToken)).contains("invalid_token"));
  }

  @Test
  void a_token_of_no_organisation_is_told_what_is_missing() throws Exception {
    HttpResponse<String> response =
        put("gm0363", provider.signed(provider.access(null, "municipality").build()));
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("The claim organisation is missing"), response.body());
  }

  // While the provider was down

  @Test
  void the_catalogue_starts_and_serves_readers() {
    assertEquals(200, reading.statusCode());
  }

  @Test
  void people_are_told_in_a_page_and_programs_in_a_problem() {
    assertEquals(503, leaving.statusCode());
    assertTrue(leaving.body().contains("geen antwoord van Proef &amp; Zoon"), leaving.body());
    assertTrue(leaving.headers().firstValue("Retry-After").isPresent());
    assertTrue(leavingAsProgram.contains("gives no answer now"), leavingAsProgram);
    assertEquals(503, declaring.statusCode());
    assertEquals(
        "application/problem+json", declaring.headers().firstValue("Content-Type").orElse(""));
    assertTrue(declaring.headers().firstValue("Retry-After").isPresent());
  }
}
