package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declaring in a browser without script, on the curated catalogue. */
class MineTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node RECORD = Iris.declaration("gm0363", "zaken-api");
  private static final String FORM = "/mijn/gm0363/opgaven/zaken-api";
  private static final String VERSION = Iris.version("zaken-api", "1.5.1").getURI();
  private static final String PHASE = "https://w3id.org/standaardencatalogus/def/adoptiefase/";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Keys keys;
  private static String password;
  private static Person person;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder, "PUBLIC_URL", "https://catalogus.example.nl");
    keys = new Keys(folder.resolve("keys"));
    password = password("gm0363", AMSTERDAM, Role.MUNICIPALITY);
    person = new Person(server.address());
    assertEquals(303, person.login("gm0363", password).statusCode());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void withdraw() {
    if (!record().isEmpty()) {
      Proposal proposal =
          new Proposal("proef", AMSTERDAM, "Opruimen", List.of(Change.delete(RECORD)));
      assertInstanceOf(Outcome.Recorded.class, server.catalogue().commit(proposal));
    }
  }

  private static String password(String login, Node organisation, Role role) {
    return server.password(login, "proef", organisation, role);
  }

  private static Graph record() {
    return server.catalogue().snapshot().record(RECORD);
  }

  private static long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  private static String[] production(String action, String... more) {
    String[] fields =
        new String[] {
          "actie",
          action,
          "version",
          VERSION,
          "phase.fase-1.phaseValue",
          PHASE + "in-productie",
          "phase.fase-1.validFrom.dag",
          "1",
          "phase.fase-1.validFrom.maand",
          "9",
          "phase.fase-1.validFrom.jaar",
          "2024"
        };
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  private void declare() throws Exception {
    assertEquals(303, person.fill(FORM, production("versturen")).statusCode());
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  // Who is there

  @Test
  void who_is_not_logged_in_is_sent_to_log_in_and_then_on() throws Exception {
    HttpResponse<String> response = new Person(server.address()).get(FORM);
    assertEquals(303, response.statusCode());
    assertTrue(
        location(response).endsWith("/inloggen?verder=%2Fmijn%2Fgm0363%2Fopgaven%2Fzaken-api"));
  }

  @Test
  void a_wrong_password_opens_nothing_and_says_so() throws Exception {
    Person other = new Person(server.address());
    HttpResponse<String> response = other.login("gm0363", "aaaaa-aaaaa-aaaaa-aaaaa");
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("role=\"alert\""));
    assertEquals(303, other.get("/mijn/gm0363").statusCode());
  }

  @Test
  void who_guesses_has_to_wait() throws Exception {
    password("gm0001", Iris.municipality("gm0001"), Role.MUNICIPALITY);
    HttpResponse<String> response = new Person(server.address()).login("gm0001", "wrong");
    for (int i = 0; i < 10 && response.statusCode() == 403; i++) {
      response = new Person(server.address()).login("gm0001", "wrong" + i);
    }
    assertEquals(429, response.statusCode());
    String seconds = response.headers().firstValue("Retry-After").orElseThrow();
    assertTrue(response.body().contains("Wacht " + seconds + " seconden"), response::body);
    assertTrue(response.body().contains("name=\"wachtwoord\""), response::body);
  }

  @Test
  void who_chooses_sees_first_what_holds_and_has_not_been_declared() throws Exception {
    String before = person.get("/mijn/gm0363/kiezen").body();
    int missing = before.indexOf("Geldt, nog niets opgegeven");
    int others = before.indexOf("Andere standaarden");
    int standard = before.indexOf("/opgaven/zaken-api\"");
    assertTrue(0 < missing && missing < standard && standard < others, before);
    declare();
    String after = person.get("/mijn/gm0363/kiezen").body();
    int declared = after.indexOf("Al opgegeven");
    assertTrue(0 < declared && declared < after.indexOf("/opgaven/zaken-api\""), after);
  }

  @Test
  void who_fills_in_no_password_is_asked_for_one() throws Exception {
    HttpResponse<String> response = new Person(server.address()).login("gm0363", "");
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("Vul een naam en een wachtwoord in"), response::body);
  }

  @Test
  void the_cookie_is_for_the_server_alone() throws Exception {
    String cookie =
        new Person(server.address())
            .login("gm0363", password)
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    assertTrue(cookie.startsWith("__Host-sessie="), cookie);
    assertTrue(cookie.contains("; Path=/; HttpOnly; SameSite=Lax; Secure"), cookie);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "//example.org/mijn",
        "/mijn/../../sparql",
        "/standaarden",
        "javascript:alert(1)",
        "/mijn\r\nX: y"
      })
  void a_login_never_leads_elsewhere(String onwards) throws Exception {
    HttpResponse<String> response =
        new Person(server.address())
            .post("/inloggen", "naam", "gm0363", "wachtwoord", password, "verder", onwards);
    assertEquals(303, response.statusCode());
    assertTrue(location(response).endsWith("/mijn"), location(response));
  }

  @Test
  void a_session_ends_with_the_key_that_it_began_with() throws Exception {
    String other = password("tijdelijk", AMSTERDAM, Role.MUNICIPALITY);
    Person temporary = new Person(server.address());
    temporary.login("tijdelijk", other);
    assertEquals(200, temporary.get("/mijn/gm0363").statusCode());
    keys.revoke("tijdelijk", Instant.now());
    assertEquals(303, temporary.get("/mijn/gm0363").statusCode());
  }

  @Test
  void who_logs_out_is_out() throws Exception {
    Person leaving = loggedIn("gm0363");
    Person same = Person.with(leaving);
    String seal = Person.seal(leaving.get("/mijn/gm0363").body());
    assertEquals(303, leaving.post("/uitloggen", "zegel", seal).statusCode());
    assertEquals(303, same.get("/mijn/gm0363").statusCode());
  }

  @Test
  void a_form_that_the_session_was_not_sent_is_refused() throws Exception {
    long before = sequence();
    assertEquals(403, person.post(FORM, production("versturen")).statusCode());
    assertEquals(403, person.post("/uitloggen").statusCode());
    String other = Person.seal(loggedIn("gm0363").get("/mijn/gm0363").body());
    assertEquals(403, person.post(FORM, production("versturen", "zegel", other)).statusCode());
    assertEquals(before, sequence());
  }

  private static Person loggedIn(String name) throws Exception {
    Person other = new Person(server.address());
    other.login(name, password);
    return other;
  }

  @Test
  void nothing_of_it_is_kept_on_the_way() throws Exception {
    for (String path : List.of("/inloggen", "/mijn/gm0363", FORM)) {
      assertEquals(
          "no-store", person.get(path).headers().firstValue("Cache-Control").orElse(""), path);
    }
  }

  @Test
  void another_municipality_is_not_shown_and_not_written() throws Exception {
    assertEquals(403, person.get("/mijn/gm0344").statusCode());
    long before = sequence();
    String seal = Person.seal(person.get("/mijn/gm0363").body());
    HttpResponse<String> response =
        person.post(
            "/mijn/gm0344/opgaven/zaken-api", production("versturen", "zegel", seal, "basis", "0"));
    assertEquals(403, response.statusCode());
    assertEquals(before, sequence());
  }

  // Declaring

  @Test
  void a_declaration_is_checked_shown_once_more_and_sent() throws Exception {
    long before = sequence();
    HttpResponse<String> check = person.fill(FORM, production("controleren"));
    assertEquals(200, check.statusCode());
    assertEquals(before, sequence());
    assertTrue(check.body().contains("In productie; Geldig vanaf: 1-9-2024"), check.body());
    HttpResponse<String> sent = person.fill(FORM, production("versturen"));
    assertEquals(303, sent.statusCode());
    assertTrue(record().contains(RECORD, SC.DECLARED_BY, AMSTERDAM));
    assertTrue(record().contains(RECORD, SC.VERSION, Iris.version("zaken-api", "1.5.1")));
    assertEquals(
        today(),
        record()
            .find(RECORD, SC.LAST_CONFIRMED, Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm());
  }

  @Test
  void the_receipt_shows_what_the_log_has() throws Exception {
    HttpResponse<String> sent = person.fill(FORM, production("versturen"));
    String receipt = person.get(location(sent)).body();
    List<Revision> revisions = server.catalogue().revisions(RECORD);
    Revision last = revisions.get(revisions.size() - 1);
    assertTrue(receipt.contains(Iris.revision(last.number()).getURI()));
    assertTrue(receipt.contains(last.contentHash()));
    assertTrue(receipt.contains(server.catalogue().commitOf(last.number()).orElseThrow().hash()));
  }

  @Test
  void what_is_declared_is_on_the_page_in_the_answers_and_in_the_feed_at_once() throws Exception {
    declare();
    assertTrue(person.get("/gemeenten/gm0363").body().contains("/standaarden/zaken-api"));
    String ask = "/sparql?query=ASK%7B%3C" + RECORD.getURI() + "%3E%3Fp%3Fo%7D";
    assertTrue(person.data(ask, "text/csv").contains("true"));
    long number =
        server.catalogue().snapshot().current(RECORD).map(Snapshot.Current::revision).orElseThrow();
    String root = person.data("/ldes", "text/turtle");
    String last = root.substring(root.lastIndexOf("/ldes/pagina/")).split(">")[0];
    assertTrue(
        person.data(last, "application/trig").contains(Iris.revision(number).getURI()), last);
  }

  @Test
  void who_changed_nothing_is_told_so() throws Exception {
    declare();
    HttpResponse<String> checked = person.fill(FORM, production("controleren"));
    assertEquals(200, checked.statusCode());
    assertTrue(checked.body().contains("U hebt niets veranderd"), checked::body);
  }

  @Test
  void what_is_wrong_stands_at_its_field_and_in_the_summary_and_nothing_typed_is_lost()
      throws Exception {
    long before = sequence();
    HttpResponse<String> response =
        person.fill(
            FORM,
            production(
                "controleren",
                "phase.fase-1.validFrom.maand",
                "13",
                "evidence",
                "www.amsterdam.nl/besluit",
                "explanation.leg-uit-1.description",
                "<script>alert(1)</script>"));
    String page = response.body();
    assertEquals(422, response.statusCode());
    assertTrue(page.contains("<title>Fout: "), page);
    assertTrue(page.contains("href=\"#evidence\""));
    assertTrue(page.contains("id=\"evidence-fout\""));
    assertTrue(page.contains("value=\"www.amsterdam.nl/besluit\""));
    assertTrue(page.contains("href=\"#explanation-leg-uit-1-ground\""));
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertFalse(page.contains("<script>alert"));
    assertEquals(before, sequence());
  }

  @Test
  void what_is_missing_is_said_in_few_words_by_the_kind_of_field() throws Exception {
    HttpResponse<String> empty = person.fill(FORM, "actie", "controleren");
    assertEquals(422, empty.statusCode());
    String page = empty.body();
    assertTrue(page.contains("<a href=\"#phase-fase-1-phaseValue\">Kies een fase.</a>"), page);
    assertTrue(page.contains("id=\"phase-fase-1-phaseValue\""));
    assertFalse(page.contains("minstens één"), page);
    String partly =
        person
            .fill(
                FORM,
                "actie",
                "controleren",
                "phase.fase-1.phaseValue",
                PHASE + "orientatie",
                "explanation.leg-uit-1.description",
                "Wij wachten.")
            .body();
    assertTrue(partly.contains(">Fase, geldig vanaf: vul een datum in.</a>"), partly);
    assertTrue(partly.contains(">Leg uit, geldig vanaf: vul een datum in.</a>"), partly);
    assertTrue(partly.contains(">Leg uit: kies een grond.</a>"), partly);
    assertFalse(partly.contains("precies één"), partly);
    String english = person.fill("/en" + FORM, "actie", "controleren").body();
    assertTrue(english.contains(">Choose a value for ‘phase’.</a>"), english);
  }

  @Test
  void a_day_that_is_none_is_shown_as_it_was_typed() throws Exception {
    String page =
        person
            .fill(
                FORM,
                "actie",
                "controleren",
                "phase.fase-1.phaseValue",
                PHASE + "orientatie",
                "phase.fase-1.validFrom.dag",
                "30",
                "phase.fase-1.validFrom.maand",
                "jan",
                "phase.fase-1.validFrom.jaar",
                "1")
            .body();
    assertTrue(page.contains("‘30 jan 1’ is geen dag die bestaat."), page);
    assertFalse(page.contains("1-jan-30"));
  }

  @Test
  void a_version_is_not_said_to_be_optional_where_a_rule_asks_for_it() throws Exception {
    String page = person.get(FORM).body();
    assertTrue(page.contains("Versie <span class=\"muted\">(soms verplicht)</span>"), page);
    assertTrue(page.contains("Verplicht als u de standaard invoert, gebruikt"));
    assertTrue(page.contains("<option value=\"\">– kies: versie –</option>"), page);
  }

  @Test
  void a_reader_of_the_screen_hears_what_is_wrong_and_each_name_once() throws Exception {
    String page = person.fill(FORM, "actie", "controleren", "plannedFor.dag", "x").body();
    assertTrue(page.contains("role=\"alert\" tabindex=\"-1\" autofocus"), page);
    assertEquals(1, page.split("-naam\">Fase ", -1).length - 1, "one name for the phase");
    assertTrue(page.contains("aria-labelledby=\"phase-naam\""), page);
    assertTrue(
        page.contains("aria-describedby=\"plannedFor-hulp plannedFor-fout\" aria-invalid=\"true\""),
        page);
    String group =
        person.fill(FORM, "actie", "controleren", "phase.fase-1.validFrom.dag", "1").body();
    assertTrue(
        group.contains("aria-describedby=\"phase-fase-1-phaseValue-fout\" aria-invalid=\"true\""),
        group);
  }

  private static String[] phased(String action, String phase) {
    return new String[] {
      "actie", action,
      "phase.fase-1.phaseValue", PHASE + phase,
      "phase.fase-1.validFrom.dag", "1",
      "phase.fase-1.validFrom.maand", "9",
      "phase.fase-1.validFrom.jaar", "2024"
    };
  }

  @Test
  void advice_leads_to_what_it_names_and_says_why_it_is_given() throws Exception {
    HttpResponse<String> check = person.fill(FORM, phased("controleren", "geen-plannen"));
    assertEquals(200, check.statusCode());
    assertTrue(check.body().contains("leg uit waarom"), check.body());
    assertTrue(check.body().contains("(<a href=\"/besluiten/"), check.body());
    assertFalse(check.body().contains("&lt;https://"), check.body());
    HttpResponse<String> asks = person.fill(FORM, phased("controleren", "in-productie"));
    assertEquals(422, asks.statusCode());
    assertTrue(
        asks.body().contains("Alleen met de versie is te zien wie met wie kan uitwisselen"),
        asks.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a b.nl/",
        "https://x.nl/\"onmouseover=\"",
        "//x.nl",
        "ftp://x.nl/"
      })
  void evidence_is_on_the_web_and_nowhere_else(String address) throws Exception {
    HttpResponse<String> response = person.fill(FORM, production("versturen", "evidence", address));
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("id=\"evidence-fout\""));
    assertTrue(record().isEmpty());
  }

  @Test
  void who_sends_the_same_twice_gets_the_one_receipt() throws Exception {
    String seal = Person.seal(person.get(FORM).body());
    String[] sent = production("versturen", "zegel", seal, "basis", "0");
    String receipt = location(person.post(FORM, sent));
    long after = sequence();
    assertEquals(receipt, location(person.post(FORM, sent)));
    assertEquals(after, sequence());
  }

  @Test
  void enter_in_a_draft_checks_it_and_does_not_throw_it_away() throws Exception {
    person.fill(FORM, "actie", "concept", "productName", "Halverwege");
    String page = person.get(FORM).body();
    String form = page.substring(page.indexOf("<form class=\"fill\""));
    Matcher first =
        Pattern.compile("<button[^>]*>").matcher(form.replaceAll("<button[^>]*form=[^>]*>", ""));
    assertTrue(first.find() && first.group().contains("value=\"controleren\""), first.group());
    assertTrue(page.contains("form=\"weg\"") && page.contains("<form id=\"weg\""));
    assertEquals(303, person.fill(FORM, "actie", "weggooien").statusCode());
    assertFalse(person.get(FORM).body().contains("Halverwege"));
  }

  @Test
  void two_people_at_once_do_not_overwrite_one_another() throws Exception {
    declare();
    String page = person.get(FORM).body();
    String[] fields =
        production("versturen", "zegel", Person.seal(page), "basis", Person.basis(page));
    assertEquals(
        303,
        person.fill(FORM, production("versturen", "productName", "Van de eerste")).statusCode());
    HttpResponse<String> second = person.post(FORM, fields);
    assertEquals(412, second.statusCode());
    assertTrue(second.body().contains("Van de eerste"));
    assertTrue(second.body().contains("Wat u invulde"));
    // The form goes on from what is there now.
    long current =
        server.catalogue().snapshot().current(RECORD).map(Snapshot.Current::revision).orElseThrow();
    assertEquals(String.valueOf(current), Person.basis(second.body()));
  }

  /** A declaration that was last confirmed years ago. */
  private static void declaredLongAgo() {
    lastConfirmedOn("2020-01-01");
  }

  private static void lastConfirmedOn(String day) {
    Graph graph = GraphFactory.createDefaultGraph();
    record().find().forEach(graph::add);
    graph.remove(RECORD, SC.LAST_CONFIRMED, Node.ANY);
    graph.add(RECORD, SC.LAST_CONFIRMED, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    graph.add(RECORD, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Declared", "en"));
    Proposal proposal =
        new Proposal("proef", AMSTERDAM, "Lang geleden", List.of(Change.put(RECORD, graph)));
    assertInstanceOf(Outcome.Recorded.class, server.catalogue().commit(proposal));
  }

  private static String lastConfirmed() {
    return record()
        .find(RECORD, SC.LAST_CONFIRMED, Node.ANY)
        .next()
        .getObject()
        .getLiteralLexicalForm();
  }

  private static String today() {
    return LocalDate.now(Validity.ZONE).toString();
  }

  private static long revision() {
    return server
        .catalogue()
        .snapshot()
        .current(RECORD)
        .map(Snapshot.Current::revision)
        .orElseThrow();
  }

  @Test
  void one_click_says_that_it_is_still_right_and_changes_nothing_else() throws Exception {
    declare();
    declaredLongAgo();
    assertEquals(303, person.fill(FORM, production("concept")).statusCode());
    assertEquals(303, person.fill(FORM, "actie", "bevestigen").statusCode());
    assertEquals(today(), lastConfirmed());
    assertTrue(record().toString().contains("\"Declared\"@en"));
    assertTrue(person.get(FORM).body().contains("U ziet uw concept"), "the draft is still there");
    person.fill(FORM, "actie", "weggooien");
  }

  @Test
  void what_is_still_to_come_is_not_said_to_be_so_already() throws Exception {
    declare();
    lastConfirmedOn(LocalDate.now(Validity.ZONE).plusDays(30).minusYears(1).toString());
    String coming = person.get("/mijn/gm0363").body();
    assertTrue(coming.contains("Over 30 dagen een jaar niet bevestigd"), coming);
    assertFalse(coming.contains(">Een jaar niet bevestigd<"));
    declaredLongAgo();
    assertTrue(person.get("/mijn/gm0363").body().contains(">Een jaar niet bevestigd<"));
  }

  @Test
  void a_declaration_stands_under_its_phase_and_what_is_derived_beside_it() throws Exception {
    assertEquals(303, person.fill(FORM, phased("versturen", "geen-plannen")).statusCode());
    String mine = person.get("/mijn/gm0363").body();
    String own = mine.substring(mine.indexOf("id=\"opgaven\""));
    assertTrue(own.contains("</svg>Geen plannen</td>"), own);
    String open = person.get("/standaarden/zaken-api/invoering?fase=not").body();
    assertTrue(open.contains("</svg>Geen plannen</td>"), open);
    assertTrue(open.contains("is geen plannen, niet van toepassing of uitgefaseerd."), open);
  }

  @Test
  void all_that_are_ticked_are_confirmed_in_one_commit() throws Exception {
    declare();
    declaredLongAgo();
    String box = "gm0363/zaken-api@" + revision();
    // Ticked twice is ticked once.
    HttpResponse<String> response = person.fill("/mijn/gm0363", "klopt", box, "klopt", box);
    assertEquals(303, response.statusCode());
    assertTrue(location(response).endsWith("/mijn/gm0363?ontvangst=" + sequence()));
    assertEquals(today(), lastConfirmed());
    long after = sequence();
    assertEquals(303, person.fill("/mijn/gm0363", "klopt", box).statusCode(), "sent twice");
    assertEquals(after, sequence());
    assertEquals(422, person.fill("/mijn/gm0363").statusCode());
    assertEquals(422, person.fill("/mijn/gm0363", "klopt", "gm0363/zaken-api@1").statusCode());
    assertEquals(422, person.fill("/mijn/gm0363", "klopt", box, "klopt", box + "1").statusCode());
  }

  /** A second declaration that was last confirmed years ago. */
  private static Node anotherLongAgo() {
    Node other = Iris.declaration("gm0363", "catalogi-api");
    Graph graph = GraphFactory.createDefaultGraph();
    record()
        .find()
        .forEach(
            triple ->
                graph.add(
                    moved(triple.getSubject(), other),
                    triple.getPredicate(),
                    moved(triple.getObject(), other)));
    graph.remove(other, SC.STANDARD, Node.ANY);
    graph.add(other, SC.STANDARD, Iris.standardOf(other).orElseThrow());
    graph.remove(other, SC.VERSION, Node.ANY);
    graph.add(other, SC.VERSION, Iris.version("catalogi-api", "1.3.1"));
    put(other, graph);
    return other;
  }

  private static void put(Node record, Graph graph) {
    Proposal proposal =
        new Proposal("proef", AMSTERDAM, "Proef", List.of(Change.put(record, graph)));
    Outcome outcome = server.catalogue().commit(proposal);
    // A test before may have left just this.
    assertTrue(outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged);
  }

  private static String box(Node record) {
    long revision =
        server.catalogue().snapshot().current(record).map(Snapshot.Current::revision).orElseThrow();
    return Confirmation.of(record, revision).text();
  }

  private static boolean isTicked(String page, String box) {
    return page.contains("value=\"" + box + "\" checked");
  }

  @Test
  void what_was_changed_since_it_was_ticked_is_told_and_the_other_ticks_are_kept()
      throws Exception {
    declare();
    declaredLongAgo();
    Node other = anotherLongAgo();
    String old = box(RECORD);
    assertEquals(
        303, person.fill(FORM, production("versturen", "productName", "Nieuw")).statusCode());
    long before = sequence();
    HttpResponse<String> response = person.fill("/mijn/gm0363", "klopt", old, "klopt", box(other));
    String page = response.body();
    assertEquals(422, response.statusCode());
    assertEquals(before, sequence());
    assertTrue(page.contains("zijn veranderd sinds u ze zag"), page);
    assertTrue(page.contains("Zaken API-standaard: Gewijzigd op "), page);
    assertTrue(isTicked(page, box(other)), page);
  }

  @Test
  void what_was_ticked_survives_a_lost_session() throws Exception {
    declare();
    declaredLongAgo();
    Person late = new Person(server.address());
    HttpResponse<String> asked = late.post("/mijn/gm0363", "klopt", box(RECORD));
    assertEquals(403, asked.statusCode());
    assertTrue(asked.body().contains("Uw sessie was voorbij"));
    HttpResponse<String> on = late.loginAt(asked.body(), "gm0363", password);
    assertTrue(isTicked(late.get(location(on)).body(), box(RECORD)), location(on));
  }

  @Test
  void who_only_pressed_a_button_when_his_session_had_ended_leaves_no_draft() throws Exception {
    Person late = new Person(server.address());
    HttpResponse<String> asked = late.post(FORM, "actie", "bevestigen", "basis", "1");
    assertEquals(403, asked.statusCode());
    assertTrue(asked.body().contains("er is niets verwerkt"), asked.body());
    HttpResponse<String> on = late.loginAt(asked.body(), "gm0363", password);
    assertFalse(late.get(location(on)).body().contains("U ziet uw concept"));
  }

  @Test
  void how_many_were_confirmed_is_read_from_the_log() throws Exception {
    declare();
    declaredLongAgo();
    Node other = anotherLongAgo();
    assertFalse(person.get("/mijn/gm0363?bevestigd=999").body().contains("999 opgaven"));
    String[] both = {"klopt", box(RECORD), "klopt", box(other)};
    assertEquals(303, person.fill("/mijn/gm0363", "klopt", box(other)).statusCode());
    HttpResponse<String> response = person.fill("/mijn/gm0363", both);
    String page = person.get(location(response)).body();
    assertTrue(page.contains("1 opgave bevestigd."), "the other was confirmed before: " + page);
    assertTrue(page.contains("href=\"/mijn/gm0363/blad/ontvangst/" + sequence() + "\""), page);
    assertFalse(
        person.get("/mijn/gm0363?ontvangst=1").body().contains("bevestigd."),
        "that commit confirmed nothing");
    assertEquals(303, person.fill("/mijn/gm0363", "klopt", box(RECORD)).statusCode());
  }

  @Test
  void who_presses_twice_is_told_the_same_both_times() throws Exception {
    declare();
    declaredLongAgo();
    Node other = anotherLongAgo();
    String box = box(RECORD);
    String seal = Person.seal(mine());
    AtomicBoolean held = new AtomicBoolean(true);
    CountDownLatch go = new CountDownLatch(1);
    // Whoever commits now waits, so that both saw what was there before either of them.
    server
        .catalogue()
        .listen(
            state -> {
              if (held.getAndSet(false)) {
                await(go);
              }
            });
    ExecutorService people = Executors.newFixedThreadPool(3);
    try {
      Future<Outcome> first = people.submit(() -> withdrawn(other));
      until(() -> !held.get());
      List<Future<String>> answers =
          IntStream.range(0, 2).mapToObj(i -> people.submit(() -> confirmed(seal, box))).toList();
      until(() -> committing() == 3);
      go.countDown();
      assertInstanceOf(Outcome.Recorded.class, first.get());
      String once = answers.get(0).get();
      assertEquals("303 /mijn/gm0363?ontvangst=" + sequence(), once);
      assertEquals(once, answers.get(1).get());
    } finally {
      go.countDown();
      people.shutdownNow();
    }
  }

  private static Outcome withdrawn(Node record) {
    List<Change> away = List.of(Change.delete(record));
    return server.catalogue().commit(new Proposal("proef", AMSTERDAM, "Weg", away));
  }

  private static void await(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(BooleanSupplier so) throws InterruptedException {
    for (long end = System.nanoTime() + 30_000_000_000L; !so.getAsBoolean(); Thread.sleep(10)) {
      assertTrue(System.nanoTime() < end);
    }
  }

  /** How many threads wait for their turn to commit, or have it. */
  private static long committing() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack)
                    .anyMatch(
                        at ->
                            at.getClassName().equals(Catalogue.class.getName())
                                && at.getMethodName().equals("commit")))
        .count();
  }

  private static String confirmed(String seal, String box) {
    try {
      HttpResponse<String> answer = person.post("/mijn/gm0363", "zegel", seal, "klopt", box);
      return answer.statusCode() + " " + location(answer).replaceFirst("^https?://[^/]+", "");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_a_colleague_changed_today_is_not_confirmed_by_who_saw_what_was_before()
      throws Exception {
    declare();
    long seen = revision();
    assertEquals(
        303, person.fill(FORM, production("versturen", "productName", "Nieuw")).statusCode());
    assertEquals(
        422, person.fill("/mijn/gm0363", "klopt", "gm0363/zaken-api@" + seen).statusCode());
    String seal = Person.seal(person.get(FORM).body());
    HttpResponse<String> one =
        person.post(FORM, "zegel", seal, "basis", String.valueOf(seen), "actie", "bevestigen");
    assertEquals(412, one.statusCode());
    String page = one.body();
    assertTrue(page.contains("Dit zag u") && page.contains("Dit staat er nu"), page);
    assertFalse(page.contains("Wat u invulde"), page);
    String there = page.substring(page.indexOf("Dit staat er nu"), page.indexOf("Dit zag u"));
    assertTrue(there.contains("Nieuw"), there);
    String saw = page.substring(page.indexOf("Dit zag u"), page.indexOf("form=\"klopt\""));
    assertFalse(saw.contains("Nieuw"), saw);
    assertEquals(
        303,
        person
            .post(FORM, "zegel", seal, "basis", Person.basis(page), "actie", "bevestigen")
            .statusCode());
  }

  @Test
  void who_confirms_sees_what_and_can_confirm_all_that_is_shown() throws Exception {
    declare();
    declaredLongAgo();
    Node other = anotherLongAgo();
    String page = person.get("/mijn/gm0363").body();
    String list = page.substring(page.indexOf("id=\"aandacht\""), page.indexOf("id=\"ontbreekt\""));
    assertTrue(
        list.contains(
            "<td data-label=\"Fase\">In productie</td><td data-label=\"Versie\">1.5.1</td>"),
        list);
    assertTrue(list.contains("/mijn/gm0363/bevestigen\">Bevestig alle "), list);
    String all = person.get("/mijn/gm0363/bevestigen").body();
    assertTrue(isTicked(all, box(RECORD)) && isTicked(all, box(other)), all);
    assertTrue(
        all.contains(
            "<td data-label=\"Fase\">In productie</td><td data-label=\"Versie\">1.5.1</td>"),
        all);
  }

  @Test
  void a_version_that_is_over_is_told_to_be_in_the_form() throws Exception {
    String form = person.get("/mijn/gm0363/opgaven/zaken-api").body();
    assertTrue(
        Pattern.compile("<option [^>]+>[0-9.]+ \\([a-z][^)]*\\)</option>").matcher(form).find(),
        form);
  }

  /** What Weesp declared before it went into Amsterdam, which has declared nothing yet. */
  private Node declaredByWeesp() throws Exception {
    Node old = Iris.declaration("gm0457", "zaken-api");
    Graph graph = GraphFactory.createDefaultGraph();
    declare();
    record()
        .find()
        .forEach(
            triple ->
                graph.add(
                    moved(triple.getSubject(), old),
                    triple.getPredicate(),
                    moved(triple.getObject(), old)));
    graph.remove(old, SC.MUNICIPALITY, Node.ANY);
    graph.add(old, SC.MUNICIPALITY, Iris.municipality("gm0457"));
    graph.remove(old, SC.LAST_CONFIRMED, Node.ANY);
    graph.add(
        old, SC.LAST_CONFIRMED, NodeFactory.createLiteralDT("2021-05-04", XSDDatatype.XSDdate));
    graph.add(old, SC.PRODUCT_NAME, NodeFactory.createLiteralString("Van Weesp"));
    Proposal proposal =
        new Proposal(
            "proef", AMSTERDAM, "Weesp", List.of(Change.put(old, graph), Change.delete(RECORD)));
    assertInstanceOf(Outcome.Recorded.class, server.catalogue().commit(proposal));
    return old;
  }

  @Test
  void what_a_predecessor_declared_is_taken_over_with_one_form() throws Exception {
    declaredByWeesp();
    assertTrue(person.get("/mijn/gm0363").body().contains(FORM + "?van=gm0457/zaken-api"));
    assertTrue(person.get(FORM + "?van=gm0457/zaken-api").body().contains("value=\"Van Weesp\""));
    assertFalse(person.get(FORM + "?van=gm0344/zaken-api").body().contains("Van Weesp"));
  }

  @Test
  void who_takes_over_sees_whose_it_was_at_every_step_and_the_record_keeps_it() throws Exception {
    Node old = declaredByWeesp();
    String notice = "Dit gaf Weesp op (laatst op 4 mei 2021). Klopt het voor Amsterdam?";
    String page = person.get(FORM + "?van=gm0457/zaken-api").body();
    assertTrue(page.contains(notice), page);
    assertFalse(person.get(FORM).body().contains(notice));
    String[] fields = production("controleren", "van", "gm0457/zaken-api");
    String check = person.fill(FORM, fields).body();
    assertTrue(check.contains("name=\"van\" value=\"gm0457/zaken-api\""), check);
    String[] wrong = production("controleren", "van", "gm0457/zaken-api", "evidence", "geen adres");
    assertTrue(person.fill(FORM, wrong).body().contains(notice));
    assertEquals(
        303, person.fill(FORM, production("versturen", "van", "gm0457/zaken-api")).statusCode());
    Node derived = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    assertTrue(record().contains(RECORD, derived, old));
    assertEquals(
        "Opgave overgenomen van Weesp",
        server.catalogue().commit(sequence()).orElseThrow().reason());
    String shown = person.get("/opgaven/gm0363/zaken-api").body();
    assertTrue(shown.contains("Overgenomen van een voorganger:"), shown);
    assertFalse(person.get("/mijn/gm0363").body().contains("van=gm0457/zaken-api"));
  }

  @Test
  void of_two_that_a_predecessor_declared_the_link_names_one() throws Exception {
    Node old = declaredByWeesp();
    Node version = Iris.declaration("gm0457", "zaken-api", "1.5.0");
    Graph graph = GraphFactory.createDefaultGraph();
    server
        .catalogue()
        .snapshot()
        .record(old)
        .find()
        .forEach(
            triple ->
                graph.add(
                    moved(triple.getSubject(), old, version),
                    triple.getPredicate(),
                    moved(triple.getObject(), old, version)));
    graph.remove(version, SC.VERSION, Node.ANY);
    graph.add(version, SC.VERSION, Iris.version("zaken-api", "1.5.0"));
    graph.remove(version, SC.PRODUCT_NAME, Node.ANY);
    graph.add(version, SC.PRODUCT_NAME, NodeFactory.createLiteralString("Van Weesp over 1.5.0"));
    Proposal proposal =
        new Proposal("proef", AMSTERDAM, "Weesp", List.of(Change.put(version, graph)));
    Outcome outcome = server.catalogue().commit(proposal);
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
    String ofVersion = FORM + "/1.5.0";
    assertTrue(mine().contains(FORM + "?van=gm0457/zaken-api\""), mine());
    assertTrue(mine().contains(ofVersion + "?van=gm0457/zaken-api/1.5.0\""), mine());
    String form = person.get(ofVersion + "?van=gm0457/zaken-api/1.5.0").body();
    assertTrue(form.contains("value=\"Van Weesp over 1.5.0\""), form);
    assertTrue(form.contains("name=\"van\" value=\"gm0457/zaken-api/1.5.0\""), form);
    assertEquals(
        303, person.fill(FORM, production("versturen", "van", "gm0457/zaken-api")).statusCode());
    assertFalse(mine().contains(FORM + "?van=gm0457/zaken-api\""), mine());
    assertTrue(mine().contains(ofVersion + "?van=gm0457/zaken-api/1.5.0\""), mine());
    String[] fields = production("versturen", "van", "gm0457/zaken-api/1.5.0");
    fields[3] = Iris.version("zaken-api", "1.5.0").getURI();
    assertEquals(303, person.fill(ofVersion, fields).statusCode());
    assertFalse(mine().contains("?van=gm0457/"), mine());
    Node own = Iris.declaration("gm0363", "zaken-api", "1.5.0");
    List<Change> away = List.of(Change.delete(version), Change.delete(own));
    server.catalogue().commit(new Proposal("proef", AMSTERDAM, "Weg", away));
  }

  private static String mine() throws Exception {
    return person.get("/mijn/gm0363").body();
  }

  @Test
  void who_refuses_what_a_colleague_declared_meanwhile_sees_both() throws Exception {
    declaredByWeesp();
    String[] refusal = {
      "zegel",
      Person.seal(mine()),
      "actie",
      "niet-overnemen",
      "van",
      "gm0457/zaken-api",
      "fase",
      PHASE + "geen-plannen",
      "reden",
      "Het systeem van Weesp is uit"
    };
    declare();
    long before = sequence();
    HttpResponse<String> answer = person.post(FORM, refusal);
    assertEquals(412, answer.statusCode());
    assertEquals(before, sequence());
    assertTrue(answer.body().contains("Iemand anders heeft deze opgave"), answer.body());
  }

  @Test
  void who_logs_in_on_the_way_to_a_predecessors_declaration_comes_to_it() throws Exception {
    declaredByWeesp();
    String form = FORM + "?van=gm0457/zaken-api&overnemen=nee";
    Person late = new Person(server.address());
    String login = location(late.get(form)).replaceFirst("^https?://[^/]+", "");
    String onwards = login.substring(login.indexOf("verder=") + "verder=".length());
    HttpResponse<String> in =
        late.post(
            "/inloggen",
            "naam",
            "gm0363",
            "wachtwoord",
            password,
            "verder",
            URLDecoder.decode(onwards, StandardCharsets.UTF_8));
    assertTrue(location(in).endsWith(form), location(in));
  }

  @Test
  void what_was_made_from_no_predecessor_names_none() throws Exception {
    declaredByWeesp();
    assertEquals(
        303, person.fill(FORM, production("versturen", "van", "gm0344/zaken-api")).statusCode());
    assertFalse(record().toString().contains("wasDerivedFrom"));
  }

  @Test
  void what_a_predecessor_declared_can_be_refused_with_a_reason() throws Exception {
    declaredByWeesp();
    String refusal = FORM + "?van=gm0457/zaken-api&amp;overnemen=nee";
    assertTrue(person.get("/mijn/gm0363").body().contains(refusal));
    String look = person.get(refusal.replace("&amp;", "&")).body();
    assertTrue(look.contains("Ja, neem niet over"), look);
    long before = sequence();
    String[] withoutReason = {
      "actie", "niet-overnemen", "van", "gm0457/zaken-api", "fase", PHASE + "geen-plannen"
    };
    assertEquals(422, person.fill(FORM, withoutReason).statusCode());
    assertEquals(before, sequence());
    String[] whole = {
      "actie",
      "niet-overnemen",
      "van",
      "gm0457/zaken-api",
      "fase",
      PHASE + "geen-plannen",
      "reden",
      "Het systeem van Weesp is uit"
    };
    assertEquals(303, person.fill(FORM, whole).statusCode());
    assertEquals(
        "Niet overgenomen van Weesp: Het systeem van Weesp is uit",
        server.catalogue().commit(sequence()).orElseThrow().reason());
    assertTrue(record().toString().contains("geen-plannen"));
    assertFalse(record().toString().contains("wasDerivedFrom"));
    assertFalse(person.get("/mijn/gm0363").body().contains("van=gm0457/zaken-api"));
    assertEquals(404, person.get(refusal.replace("&amp;", "&")).statusCode());
    long after = sequence();
    assertEquals(303, person.fill(FORM, whole).statusCode(), "sent twice");
    assertEquals(after, sequence());
  }

  @Test
  void a_refusal_after_the_session_is_no_draft_of_a_declaration() throws Exception {
    declaredByWeesp();
    Person late = new Person(server.address());
    HttpResponse<String> asked =
        late.post(
            FORM,
            "actie",
            "niet-overnemen",
            "van",
            "gm0457/zaken-api",
            "fase",
            PHASE + "geen-plannen");
    assertEquals(403, asked.statusCode());
    assertTrue(asked.body().contains("er is niets verwerkt"), asked.body());
  }

  @Test
  void what_was_confirmed_is_not_undone_by_confirming_it_again() throws Exception {
    declare();
    declaredLongAgo();
    assertEquals(303, person.fill("/mijn/gm0363", "klopt", box(RECORD)).statusCode());
    String receipt = "/mijn/gm0363/blad/ontvangst/" + sequence();
    declaredLongAgo();
    assertEquals(303, person.fill("/mijn/gm0363", "klopt", box(RECORD)).statusCode());
    String page = person.get(receipt).body();
    assertFalse(page.contains("is teruggedraaid"), page);
  }

  private static Node moved(Node node, Node to) {
    return moved(node, RECORD, to);
  }

  private static Node moved(Node node, Node from, Node to) {
    return node.isURI() && node.getURI().startsWith(from.getURI())
        ? NodeFactory.createURI(to.getURI() + node.getURI().substring(from.getURI().length()))
        : node;
  }

  @ParameterizedTest
  @ValueSource(strings = {"phase..", "phase.", "phase...x", "weg", "."})
  void a_field_that_the_form_does_not_have_does_no_harm(String name) throws Exception {
    assertEquals(422, person.fill(FORM, "actie", "controleren", name, "x").statusCode());
    assertEquals(303, person.fill(FORM, "actie", "concept", name, "x").statusCode());
    assertEquals(200, person.get(FORM).statusCode());
    assertEquals(303, person.fill(FORM, "actie", "weggooien").statusCode());
  }

  @Test
  void a_way_onwards_that_has_no_end_is_left_out() throws Exception {
    HttpResponse<String> response =
        new Person(server.address()).get("/inloggen?verder=/mijn" + "/a".repeat(2_000));
    assertEquals(200, response.statusCode());
  }

  @Test
  void a_version_that_is_not_there_has_no_form() throws Exception {
    assertEquals(404, person.get(FORM + "/9.9").statusCode());
    assertTrue(person.get(FORM + "/1.5.1").body().contains("value=\"" + VERSION + "\" selected"));
  }

  @Test
  void a_draft_that_is_too_long_is_not_kept_and_not_lost() throws Exception {
    HttpResponse<String> response =
        person.fill(FORM, production("concept", "productName", "x".repeat(70_000)));
    assertEquals(409, response.statusCode());
    assertTrue(response.body().contains("x".repeat(70_000)));
  }

  @Test
  void nothing_is_withdrawn_before_a_last_look() throws Exception {
    declare();
    HttpResponse<String> look = person.fill(FORM, "actie", "intrekken");
    assertEquals(200, look.statusCode());
    assertTrue(look.body().contains("Ja, trek de opgave in"), look::body);
    assertFalse(record().isEmpty());
  }

  @Test
  void what_is_withdrawn_is_what_was_shown() throws Exception {
    declare();
    String form = person.get(FORM).body();
    long old =
        server.catalogue().snapshot().current(RECORD).map(Snapshot.Current::revision).orElseThrow();
    assertEquals(
        303, person.fill(FORM, production("versturen", "productName", "Nieuw")).statusCode());
    HttpResponse<String> look =
        person.post(
            FORM, "zegel", Person.seal(form), "basis", String.valueOf(old), "actie", "intrekken");
    assertTrue(look.body().contains("Nieuw"), look::body);
    long now =
        server.catalogue().snapshot().current(RECORD).map(Snapshot.Current::revision).orElseThrow();
    assertTrue(look.body().contains("name=\"basis\" value=\"" + now + "\""), look::body);
  }

  @Test
  void who_withdraws_twice_gets_the_one_receipt() throws Exception {
    declare();
    String seal = Person.seal(mine());
    String basis = String.valueOf(revision());
    String[] withdrawal = {"zegel", seal, "basis", basis, "actie", "intrekken", "zeker", "ja"};
    HttpResponse<String> once = person.post(FORM, withdrawal);
    long after = sequence();
    HttpResponse<String> twice = person.post(FORM, withdrawal);
    assertEquals(303, twice.statusCode(), twice::body);
    assertEquals(location(once), location(twice));
    assertEquals(after, sequence());
  }

  @Test
  void why_it_is_withdrawn_stands_in_the_commit() throws Exception {
    declare();
    person.fill(FORM, "actie", "intrekken", "zeker", "ja", "reden", "Niet meer in gebruik");
    String reason = server.catalogue().commit(sequence()).orElseThrow().reason();
    assertEquals("Niet meer in gebruik", reason);
  }

  @Test
  void what_was_withdrawn_can_be_put_back() throws Exception {
    declare();
    Graph before = record();
    long revision =
        server.catalogue().snapshot().current(RECORD).map(Snapshot.Current::revision).orElseThrow();
    HttpResponse<String> gone = person.fill(FORM, "actie", "intrekken", "zeker", "ja");
    assertEquals(303, gone.statusCode());
    assertTrue(record().isEmpty());
    String receipt = person.get(gone.headers().firstValue("Location").orElseThrow()).body();
    assertTrue(receipt.contains("name=\"revisie\" value=\"" + revision + "\""), receipt);
    HttpResponse<String> back =
        person.fill(FORM, "actie", "herstellen", "revisie", String.valueOf(revision));
    assertEquals(303, back.statusCode());
    assertTrue(before.isIsomorphicWith(record()));
  }

  @Test
  void a_draft_is_there_again_and_nobody_elses() throws Exception {
    assertEquals(
        303, person.fill(FORM, production("concept", "productName", "Halverwege")).statusCode());
    assertTrue(record().isEmpty());
    assertTrue(loggedIn("gm0363").get(FORM).body().contains("value=\"Halverwege\""));
    String other = password("collega", AMSTERDAM, Role.MUNICIPALITY);
    Person colleague = new Person(server.address());
    colleague.login("collega", other);
    assertFalse(colleague.get(FORM).body().contains("Halverwege"));
    assertEquals(303, person.fill(FORM, "actie", "weggooien").statusCode());
    assertFalse(person.get(FORM).body().contains("Halverwege"));
  }

  @Test
  void what_cannot_be_kept_after_a_lost_session_is_not_lost_in_silence() throws Exception {
    Person late = new Person(server.address());
    String[] tooLong = production("versturen", "explanation", "x".repeat(70_000));
    HttpResponse<String> asked = late.post(FORM, tooLong);
    HttpResponse<String> on = late.loginAt(asked.body(), "gm0363", password);
    assertEquals(303, on.statusCode());
    String form = late.get(location(on).substring(location(on).indexOf("/mijn"))).body();
    assertTrue(form.contains("Uw concept is niet bewaard"), form);
  }

  @Test
  void what_was_filled_in_survives_a_lost_session() throws Exception {
    Person late = new Person(server.address());
    HttpResponse<String> response =
        late.post(FORM, production("versturen", "productName", "Niet kwijt"));
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("name=\"mee.productName\" value=\"Niet kwijt\""));
    HttpResponse<String> login =
        late.post(
            "/inloggen",
            "naam",
            "gm0363",
            "wachtwoord",
            password,
            "verder",
            FORM,
            "mee.productName",
            "Niet kwijt");
    assertTrue(location(login).endsWith(FORM));
    assertTrue(late.get(FORM).body().contains("value=\"Niet kwijt\""));
    late.fill(FORM, "actie", "weggooien");
  }

  @Test
  void an_editor_says_why_and_the_municipality_stays_who_declared() throws Exception {
    declare();
    String secret = password("redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
    Person editor = new Person(server.address());
    editor.login("redactie", secret);
    String[] corrected = production("versturen", "productName", "Verbeterd");
    assertEquals(422, editor.fill(FORM, corrected).statusCode());
    String[] withReason = production("versturen", "productName", "Verbeterd", "reden", "Tikfout");
    assertEquals(303, editor.fill(FORM, withReason).statusCode());
    assertTrue(record().contains(RECORD, SC.DECLARED_BY, AMSTERDAM));
    assertEquals(403, editor.fill(FORM, "actie", "bevestigen").statusCode());
    assertEquals(
        403, editor.fill("/mijn/gm0363", "klopt", "gm0363/zaken-api@" + revision()).statusCode());
  }

  private static String heading(Person who, HttpResponse<String> sent) throws Exception {
    assertEquals(303, sent.statusCode(), sent::body);
    return who.get(location(sent)).body().split("<h1>")[1].split("</h1>")[0];
  }

  @Test
  void a_receipt_says_what_was_done_by_what_the_log_says() throws Exception {
    String[] fields = production("versturen", "productName", "Voor het eerst");
    HttpResponse<String> declared = person.fill(FORM, fields);
    assertEquals("Uw opgave is ontvangen", heading(person, declared));
    long first = revision();
    HttpResponse<String> changed =
        person.fill(FORM, production("versturen", "productName", "Anders"));
    assertEquals("Uw wijziging is ontvangen", heading(person, changed));
    declaredLongAgo();
    HttpResponse<String> confirmed = person.fill(FORM, "actie", "bevestigen");
    assertEquals("De opgave is bevestigd", heading(person, confirmed));
    HttpResponse<String> restored =
        person.fill(FORM, "actie", "herstellen", "revisie", String.valueOf(first));
    assertEquals("De opgave is teruggezet", heading(person, restored));
    HttpResponse<String> withdrawn = person.fill(FORM, "actie", "intrekken", "zeker", "ja");
    assertEquals("De opgave is ingetrokken", heading(person, withdrawn));
    String forged = person.get(FORM + "?ontvangstbewijs=" + first + "&gedaan=bevestigd").body();
    assertTrue(forged.contains("<h1>Uw opgave is ontvangen</h1>"), forged);
  }

  @Test
  void what_another_corrected_is_told_until_the_municipality_speaks_again() throws Exception {
    declare();
    Person editor = new Person(server.address());
    editor.login(
        "redactie2", password("redactie2", Iris.organisation("vng-realisatie"), Role.EDITOR));
    HttpResponse<String> corrected =
        editor.fill(
            FORM, production("versturen", "productName", "Verbeterd", "reden", "Een tikfout"));
    assertEquals("De opgave is gecorrigeerd", heading(editor, corrected));
    String mine = person.get("/mijn/gm0363").body();
    assertTrue(mine.contains("id=\"gecorrigeerd\""), mine);
    assertTrue(mine.contains("gecorrigeerd door VNG Realisatie op "), mine);
    assertTrue(mine.contains("Een tikfout"), mine);
    String form = person.get(FORM).body();
    assertTrue(form.contains("gecorrigeerd door VNG Realisatie"), form);
    assertTrue(form.contains("niet door Amsterdam zelf"), form);
    assertTrue(form.contains("opgegeven door Amsterdam"), form);
    String open = person.get("/opgaven/gm0363/zaken-api").body();
    assertTrue(open.contains("door VNG Realisatie"), open);
    assertFalse(open.contains("redactie2"), "no name of a person or a key");
    declaredLongAgo();
    assertFalse(person.get("/mijn/gm0363").body().contains("id=\"gecorrigeerd\""));
  }

  @Test
  void english_pages_are_english() throws Exception {
    String page = person.get("/en" + FORM).body();
    assertTrue(page.contains("<html lang=\"en\">"));
    assertTrue(page.contains("The version that you work with or move to."));
  }
}
