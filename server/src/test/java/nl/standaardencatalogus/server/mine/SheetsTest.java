package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.sheet.Limits;
import nl.standaardencatalogus.server.sheet.Packed;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declaring with a sheet, on the curated catalogue. */
class SheetsTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node ZAKEN = Iris.declaration("gm0363", "zaken-api");
  private static final Node CATALOGI = Iris.declaration("gm0363", "catalogi-api");
  private static final String HOME = "/mijn/gm0363";
  private static final String SHEET = HOME + "/blad";
  private static final String HEAD =
      "Sleutel;Revisie;Versie;Fase 1: Fase;Fase 1: Geldig vanaf;Fase 2: Fase;"
          + "Fase 2: Geldig vanaf;Product;Bewijs\n";
  private static final String GOOD =
      "gm0363/zaken-api;;Zaken API 1.5.1;In productie;1-9-2024;;;Pakket;\n";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Person person;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    person = loggedIn("gm0363", AMSTERDAM, Role.MUNICIPALITY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Person loggedIn(String login, Node organisation, Role role) throws Exception {
    return Person.at(server, login, "proef", organisation, role);
  }

  @BeforeEach
  void withdrawAll() {
    List<Change> changes =
        server
            .catalogue()
            .snapshot()
            .graph()
            .find(Node.ANY, SC.MUNICIPALITY, Node.ANY)
            .mapWith(Triple::getSubject)
            .filterKeep(it -> Iris.standardOf(it).isPresent())
            .mapWith(Change::delete)
            .toList();
    if (!changes.isEmpty()) {
      commit("Opruimen", changes.toArray(Change[]::new));
    }
  }

  private static Commit commit(String reason, Change... changes) {
    Outcome outcome =
        server.catalogue().commit(new Proposal("proef", AMSTERDAM, reason, List.of(changes)));
    return assertInstanceOf(Outcome.Recorded.class, outcome).commit();
  }

  private static Graph record(Node record) {
    return server.catalogue().snapshot().record(record);
  }

  private static long revision(Node record) {
    return server.catalogue().snapshot().current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  private static long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static Look look(String text) throws Exception {
    return look(person, SHEET, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Look look(Person who, String path, byte[] file) throws Exception {
    return Look.of(who, path, file);
  }

  private static void take(String text) throws Exception {
    HttpResponse<String> taken = look(text).decide("overnemen");
    assertEquals(303, taken.statusCode(), taken.body());
  }

  @Test
  void who_sends_a_file_when_his_session_has_ended_is_told_so() throws Exception {
    Person late = new Person(server.address());
    HttpResponse<String> response =
        late.upload(SHEET, "opgaven.csv", (HEAD + GOOD).getBytes(StandardCharsets.UTF_8), "oud");
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("Uw sessie was voorbij, dus er is niets verwerkt"));
    assertTrue(response.body().contains("value=\"" + SHEET + "\""), response.body());
  }

  // Out

  @Test
  void what_holds_and_is_not_declared_is_there_as_a_blank_row() throws Exception {
    String csv = text(person.file(HOME + "/opgaven.csv"));
    assertTrue(
        csv.lines()
            .anyMatch(line -> line.matches("Zaken API-standaard;[^;]+;{15}gm0363/zaken-api;")),
        csv);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  @Test
  void every_property_of_the_form_is_a_column_and_each_part_once_more_than_there_are()
      throws Exception {
    take(HEAD + GOOD);
    String head = text(person.file(HOME + "/opgaven.csv")).lines().findFirst().orElseThrow();
    for (String column :
        List.of(
            "Versie",
            "Fase 1: Geldig tot en met",
            "Fase 2: Fase",
            "Leg uit 1: Herzien voor",
            "Gepland voor",
            "Component",
            "Product",
            "Leverancier",
            "Bewijs",
            "Sleutel",
            "Revisie")) {
      assertTrue(Arrays.asList(head.split(";")).contains(column), column + " in " + head);
    }
    assertFalse(head.contains("Fase 3"), head);
  }

  @Test
  void files_have_their_own_type_and_name_and_are_kept_nowhere() throws Exception {
    for (String kind : List.of("csv", "ods", "xlsx")) {
      HttpResponse<String> response = person.get(HOME + "/opgaven." + kind);
      assertEquals(200, response.statusCode());
      assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
      String name = response.headers().firstValue("Content-Disposition").orElse("");
      assertTrue(name.matches("attachment; filename=\"opgaven-gm0363-\\d+\\." + kind + "\""), name);
    }
    assertEquals(404, person.get(HOME + "/opgaven.doc").statusCode());
  }

  @Test
  void an_opendocument_spreadsheet_opens_elsewhere_with_all_its_pages() throws Exception {
    SpreadSheet file =
        new SpreadSheet(new ByteArrayInputStream(person.file(HOME + "/opgaven.ods")));
    assertEquals(4, file.getNumSheets());
    assertEquals("Standaard", file.getSheet("Opgaven").getRange(0, 0).getValue());
    assertTrue(file.getSheet("Uitleg").getMaxRows() > 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ods | content.xml | of:cell-content-is-in-list([$'Keuzes'.",
        "ods | settings.xml | VerticalSplitMode",
        "xlsx | xl/worksheets/sheet1.xml | <formula1>'Keuzes'!",
        "xlsx | xl/worksheets/sheet1.xml | state=\"frozen\""
      })
  void codes_are_lists_to_choose_from_and_headings_stay_in_sight(
      String kind, String part, String sign) throws Exception {
    try (java.util.zip.ZipInputStream zip =
        new java.util.zip.ZipInputStream(
            new ByteArrayInputStream(person.file(HOME + "/opgaven." + kind)))) {
      java.util.zip.ZipEntry entry = zip.getNextEntry();
      while (!entry.getName().equals(part)) {
        entry = zip.getNextEntry();
      }
      assertTrue(text(zip.readAllBytes()).contains(sign));
    }
  }

  // In

  @Test
  void a_new_row_is_shown_first_and_then_recorded() throws Exception {
    long before = sequence();
    Look look = look(HEAD + GOOD);
    assertEquals(before, sequence());
    assertTrue(look.counts("Nieuw: 1"), look.page());
    HttpResponse<String> taken = look.decide("overnemen");
    assertEquals(303, taken.statusCode());
    assertTrue(record(ZAKEN).contains(ZAKEN, SC.VERSION, Iris.version("zaken-api", "1.5.1")));
    assertTrue(record(ZAKEN).contains(ZAKEN, SC.DECLARED_BY, AMSTERDAM));
  }

  @Test
  void the_receipt_has_revision_sequence_and_hashes_of_each() throws Exception {
    String both = HEAD + GOOD + "gm0363/fsc;;;Gepland;1-9-2024;;;;\n";
    String page = person.get(location(look(both).decide("overnemen"))).body();
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertEquals(2, commit.revisions().size(), "one commit");
    assertTrue(page.contains(commit.hash()));
    commit
        .revisions()
        .forEach(
            revision -> {
              assertTrue(page.contains(Iris.revision(revision.number()).getURI()));
              assertTrue(page.contains(revision.contentHash()));
              assertTrue(page.contains("?ontvangstbewijs=" + revision.number()));
            });
  }

  @Test
  void who_takes_a_sheet_over_twice_gets_the_one_receipt() throws Exception {
    Look look = look(HEAD + GOOD);
    String receipt = location(look.decide("overnemen"));
    long after = sequence();
    assertEquals(receipt, location(look.decide("overnemen")));
    assertEquals(receipt, location(person.get(look.path())));
    assertEquals(after, sequence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ods", "xlsx"})
  void what_comes_back_as_it_was_changes_nothing(String kind) throws Exception {
    take(HEAD + GOOD);
    Look look = look(person, SHEET, person.file(HOME + "/opgaven." + kind));
    assertTrue(look.counts("Ongewijzigd: 1"), look.page());
    assertTrue(look.page().contains("Er is niets om over te nemen."));
    assertEquals(412, look.decide("overnemen").statusCode());
  }

  @Test
  void the_same_file_twice_changes_nothing_the_second_time() throws Exception {
    take(HEAD + GOOD);
    long before = sequence();
    assertTrue(look(HEAD + GOOD).counts("Ongewijzigd: 1"));
    assertEquals(before, sequence());
  }

  @Test
  void a_changed_row_shows_what_was_and_what_will_be() throws Exception {
    take(HEAD + GOOD);
    String next =
        "gm0363/zaken-api;%d;Zaken API 1.5.1;In productie;2024-09-01;Uitgefaseerd;1-3-2026;Ander;\n"
            .formatted(revision(ZAKEN));
    Look look = look(HEAD + next);
    assertTrue(look.counts("Gewijzigd: 1"), look.page());
    String row = look.row(2);
    assertTrue(row.contains("Pakket</del>") && row.contains("Ander</ins>"), row);
    assertTrue(row.contains("kolom G, Fase 2: Geldig vanaf"), row);
    assertFalse(row.contains("Fase 1"), "what stays is not told: " + row);
    assertEquals(303, look.decide("overnemen").statusCode());
    assertEquals(2, record(ZAKEN).find(ZAKEN, SC.PHASE, Node.ANY).toList().size());
  }

  @Test
  void what_has_no_column_stays_as_it_is() throws Exception {
    take(HEAD + GOOD);
    Graph graph = GraphFactory.createDefaultGraph();
    record(ZAKEN).find().forEach(graph::add);
    Node remark = NodeFactory.createLiteralLang("Declared", "en");
    graph.add(ZAKEN, DCTerms.title.asNode(), remark);
    Node odd = NodeFactory.createURI(ZAKEN.getURI() + "#fase-1");
    Node until = NodeFactory.createLiteralDT("2026-01-01", XSDDatatype.XSDdate);
    graph.add(odd, SC.VALID_UNTIL, until);
    commit("Meer", Change.put(ZAKEN, graph));
    Look look = look("Sleutel;Revisie;Product\ngm0363/zaken-api;" + revision(ZAKEN) + ";Ander\n");
    assertTrue(look.page().contains("Deze kolommen staan niet in het blad: Versie, Fase"));
    assertEquals(303, look.decide("overnemen").statusCode());
    assertTrue(record(ZAKEN).contains(ZAKEN, DCTerms.title.asNode(), remark));
    assertTrue(record(ZAKEN).contains(odd, SC.VALID_UNTIL, until));
    assertTrue(
        record(ZAKEN).contains(ZAKEN, SC.PRODUCT_NAME, NodeFactory.createLiteralString("Ander")));
  }

  @Test
  void a_row_that_is_missing_withdraws_nothing() throws Exception {
    take(HEAD + GOOD);
    Look look = look(HEAD + "gm0363/fsc;;;Gepland;1-9-2024;;;;\n");
    assertTrue(look.page().contains("1 opgave staat niet in dit blad."));
    assertEquals(303, look.decide("overnemen").statusCode());
    assertFalse(record(ZAKEN).isEmpty());
  }

  @Test
  void the_good_rows_are_taken_over_and_the_others_are_not() throws Exception {
    long before = sequence();
    Look look = look(HEAD + GOOD + "gm0363/fsc;;;Gepland;ooit;;;;\n");
    assertTrue(look.counts("Nieuw: 1") && look.counts("Niet goed, niet overgenomen: 1"));
    assertEquals(303, look.decide("overnemen").statusCode());
    assertEquals(before + 1, sequence());
    assertFalse(record(ZAKEN).isEmpty());
    assertTrue(record(Iris.declaration("gm0363", "fsc")).isEmpty());
  }

  @Test
  void or_none_are() throws Exception {
    long before = sequence();
    Look look = look(HEAD + GOOD);
    assertEquals(303, look.decide("weggooien").statusCode());
    assertEquals(before, sequence());
    assertEquals(404, person.get(look.path()).statusCode());
  }

  @Test
  void what_a_rule_refuses_stands_at_its_cell_and_in_the_summary_with_a_link() throws Exception {
    Look look =
        look(HEAD + GOOD.replace("1-9-2024", "32-13-2024").replace("Pakket;", "Pakket;www.nl"));
    assertTrue(look.page().contains("<title>Fout: "));
    assertTrue(look.page().contains("href=\"#rij-2\">Rij 2, kolom E, Fase 1: Geldig vanaf: "));
    String row = look.row(2);
    assertTrue(row.contains("kolom E, Fase 1: Geldig vanaf:"), row);
    assertTrue(row.contains("32-13-2024"), row);
    assertTrue(row.contains("kolom I, Bewijs:"), row);
    assertTrue(row.contains("href=\"/regels/PhaseStatement-validFrom\""), row);
  }

  @Test
  void sheet_form_and_api_say_the_same_of_the_same() throws Exception {
    String row = look(HEAD + GOOD.replace("Zaken API 1.5.1", "9.9")).row(2);
    String form =
        person
            .fill(
                HOME + "/opgaven/zaken-api",
                "actie",
                "controleren",
                "version",
                "9.9",
                "phase.fase-1.phaseValue",
                "https://w3id.org/standaardencatalogus/def/adoptiefase/in-productie",
                "phase.fase-1.validFrom.dag",
                "1",
                "phase.fase-1.validFrom.maand",
                "9",
                "phase.fase-1.validFrom.jaar",
                "2024")
            .body();
    Matcher said = Pattern.compile("oogstens één verwijzing[^<]*9\\.9[^.]*\\.").matcher(row);
    assertTrue(said.find(), row);
    assertTrue(form.contains(said.group().strip()), said.group());
  }

  @Test
  void who_writes_what_is_not_in_the_list_is_told_the_list() throws Exception {
    String row = look(HEAD + GOOD.replace("Zaken API 1.5.1", "9.9")).row(2);
    assertTrue(row.contains("In deze cel kunt u kiezen uit: Zaken API 1."), row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zaken API 1.5.1",
        "zaken api  1.5.1",
        "1.5.1",
        "https://w3id.org/standaardencatalogus/id/standaard/zaken-api/versie/1.5.1"
      })
  void a_version_may_be_named_in_any_usual_way(String name) throws Exception {
    assertTrue(look(HEAD + GOOD.replace("Zaken API 1.5.1", name)).counts("Nieuw: 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-9-2024", "2024-09-01", "1 september 2024", "01/09/2024"})
  void a_day_may_be_written_in_any_usual_way(String day) throws Exception {
    take(HEAD + GOOD.replace("1-9-2024", day));
    assertTrue(
        record(ZAKEN)
            .contains(
                Node.ANY,
                SC.VALID_FROM,
                NodeFactory.createLiteralDT("2024-09-01", XSDDatatype.XSDdate)));
  }

  @Test
  void a_declaration_about_one_version_is_about_that_version() throws Exception {
    take(HEAD + "gm0363/zaken-api/1.5.1;;;In productie;1-9-2024;;;;\n");
    Node record = Iris.declaration("gm0363", "zaken-api", "1.5.1");
    assertTrue(record(record).contains(record, SC.VERSION, Iris.version("zaken-api", "1.5.1")));
  }

  @Test
  void advice_is_told_and_stops_nothing() throws Exception {
    Look look = look(HEAD + "gm0363/fsc;;;Gepland;1-9-2024;;;;\n");
    assertTrue(look.row(2).contains("class=\"advice\""), look.row(2));
    assertFalse(look.page().contains("<title>Fout"));
    assertEquals(303, look.decide("overnemen").statusCode());
  }

  // The rules

  // Rows that are about nothing

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gm0344/zaken-api | Deze rij gaat over een andere gemeente (gm0344)",
        "gm0363/bestaat-niet | De standaard ‘bestaat-niet’ is niet in de catalogus.",
        "gm0363/zaken-api/9.9 | De versie ‘9.9’ van",
        "zaken-api | ‘zaken-api’ is geen sleutel.",
        "../../x | ‘../../x’ is geen sleutel.",
        "'' | Deze rij heeft geen sleutel"
      })
  void a_row_that_is_about_nothing_is_refused(String key, String text) throws Exception {
    long before = sequence();
    Look look = look(HEAD + GOOD.replace("gm0363/zaken-api", key) + "gm0363/fsc;;;;;;;;\n");
    assertTrue(look.row(2).contains(text), look.row(2));
    assertEquals(412, look.decide("overnemen").statusCode());
    assertEquals(before, sequence());
  }

  @Test
  void two_rows_about_one_declaration_are_both_refused() throws Exception {
    Look look = look(HEAD + GOOD + GOOD.replace("Pakket", "Ander"));
    for (int number : new int[] {2, 3}) {
      assertTrue(look.row(number).contains("gaat meer dan één rij: 2, 3."), look.row(number));
    }
  }

  @Test
  void a_key_may_be_the_whole_address() throws Exception {
    assertTrue(look(HEAD + GOOD.replace("gm0363/zaken-api", ZAKEN.getURI())).counts("Nieuw: 1"));
  }

  @Test
  void an_unknown_column_is_told_and_left_out() throws Exception {
    Look look = look(HEAD.replace("Bewijs", "Notitie") + GOOD.replace("Pakket;", "Pakket;x"));
    assertTrue(look.page().contains("Deze kolommen kent de catalogus niet: Notitie."));
    assertTrue(look.counts("Nieuw: 1"));
  }

  // Others at the same time

  @Test
  void who_began_with_what_is_no_longer_so_is_told_and_overwrites_nothing() throws Exception {
    take(HEAD + GOOD);
    long first = revision(ZAKEN);
    take(HEAD + GOOD.replace(";;Zaken", ";" + first + ";Zaken").replace("Pakket", "Van een ander"));
    String mine = GOOD.replace(";;Zaken", ";" + first + ";Zaken").replace("Pakket", "Van mij");
    Look look = look(HEAD + mine);
    assertTrue(look.counts("Intussen door een ander gewijzigd, niet overgenomen: 1"), look.page());
    String row = look.row(2);
    assertTrue(row.contains("u ging uit van revisie " + first), row);
    assertTrue(row.contains("Pakket</del>") && row.contains("Van mij</ins>"), row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Hierover is er al een opgave",
        "abc | ‘abc’ is geen nummer van een revisie.",
        "999999 | u ging uit van revisie 999999"
      })
  void who_does_not_say_what_he_began_with_changes_nothing(String based, String text)
      throws Exception {
    take(HEAD + GOOD);
    String row =
        look(HEAD + GOOD.replace(";;Zaken", ";" + based + ";Zaken").replace("Pakket", "x")).row(2);
    assertTrue(row.contains(text), row);
  }

  @Test
  void a_declaration_that_was_withdrawn_meanwhile_does_not_come_back() throws Exception {
    take(HEAD + GOOD);
    long based = revision(ZAKEN);
    commit("Ingetrokken", Change.delete(ZAKEN));
    String same = GOOD.replace(";;Zaken", ";" + based + ";Zaken");
    Look look = look(HEAD + same.replace("Pakket", "Ander"));
    assertTrue(look.row(2).contains("intussen ingetrokken"), look.row(2));
    assertEquals(
        0, look(HEAD + same).page().split("value=\"overnemen\"", -1).length - 1, "none to take");
  }

  @Test
  void a_row_that_was_left_as_it_was_is_no_fault_when_there_is_a_newer_one() throws Exception {
    take(HEAD + GOOD);
    String old = GOOD.replace(";;Zaken", ";" + revision(ZAKEN) + ";Zaken");
    take(HEAD + old.replace("Pakket", "Van een ander"));
    Look look = look(HEAD + old);
    assertTrue(
        look.counts("Door u niet gewijzigd, en in de catalogus staat een nieuwere: 1"),
        look.page());
    assertFalse(look.page().contains("class=\"errors\""), look.page());
  }

  @Test
  void a_blank_row_about_what_was_declared_meanwhile_is_no_fault() throws Exception {
    take(HEAD + GOOD);
    Look look = look(HEAD + "gm0363/zaken-api" + ";".repeat(GOOD.split(";", -1).length - 1) + "\n");
    assertFalse(look.page().contains("class=\"errors\""), look.page());
  }

  // Undone

  private static HttpResponse<String> undo(HttpResponse<String> taken) throws Exception {
    String receipt = location(taken);
    String page = person.get(receipt).body();
    return person.post(receipt, "zegel", Person.seal(page));
  }

  @Test
  void a_sheet_is_undone_as_a_whole() throws Exception {
    take(HEAD + GOOD);
    Graph before = record(ZAKEN);
    String other = "gm0363/catalogi-api;;;Oriëntatie;1-9-2024;;;;\n";
    String changed =
        GOOD.replace(";;Zaken", ";" + revision(ZAKEN) + ";Zaken").replace("Pakket", "Ander");
    HttpResponse<String> taken = look(HEAD + changed + other).decide("overnemen");
    assertEquals(303, taken.statusCode(), taken::body);
    assertFalse(record(CATALOGI).isEmpty());
    HttpResponse<String> undone = undo(taken);
    assertEquals(303, undone.statusCode(), undone::body);
    assertTrue(before.isIsomorphicWith(record(ZAKEN)));
    assertTrue(record(CATALOGI).isEmpty(), "what was new is gone");
    String by = location(undone).replaceFirst(".*/", "");
    String receipt = person.get(location(taken)).body();
    assertTrue(receipt.contains("Deze vastlegging is teruggedraaid op "), receipt);
    assertTrue(receipt.contains("/commits/" + by + "\""), receipt);
    assertFalse(person.get(location(undone)).body().contains("is teruggedraaid op "));
    assertEquals(303, undo(undone).statusCode(), "and that is undone too");
    assertFalse(record(CATALOGI).isEmpty());
  }

  @Test
  void undone_it_is_as_it_was_to_the_day_on_which_it_was_confirmed() throws Exception {
    take(HEAD + GOOD);
    Graph old = GraphFactory.createDefaultGraph();
    record(ZAKEN).find().forEach(old::add);
    old.remove(ZAKEN, SC.LAST_CONFIRMED, Node.ANY);
    old.add(
        ZAKEN, SC.LAST_CONFIRMED, NodeFactory.createLiteralDT("2024-10-01", XSDDatatype.XSDdate));
    commit("Lang geleden", Change.put(ZAKEN, old));
    String changed = GOOD.replace(";;Zaken", ";" + revision(ZAKEN) + ";Zaken");
    HttpResponse<String> taken =
        look(HEAD + changed.replace("Pakket", "Ander")).decide("overnemen");
    assertEquals(303, undo(taken).statusCode());
    assertTrue(old.isIsomorphicWith(record(ZAKEN)));
  }

  @Test
  void a_sheet_that_is_undone_twice_gives_one_receipt() throws Exception {
    HttpResponse<String> taken = look(HEAD + GOOD).decide("overnemen");
    String page = person.get(location(taken)).body();
    HttpResponse<String> once = person.post(location(taken), "zegel", Person.seal(page));
    HttpResponse<String> twice = person.post(location(taken), "zegel", Person.seal(page));
    assertEquals(303, twice.statusCode(), twice::body);
    assertEquals(location(once), location(twice));
    String receipt = person.get(location(once)).body();
    assertTrue(receipt.contains("De opgaven zijn gewijzigd"), receipt);
    assertTrue(receipt.contains(">ingetrokken</span>"), receipt);
  }

  @Test
  void a_sheet_of_which_something_was_changed_since_is_not_undone() throws Exception {
    HttpResponse<String> taken = look(HEAD + GOOD).decide("overnemen");
    String page = person.get(location(taken)).body();
    assertTrue(page.contains("Draai alles terug"), page);
    String newer = GOOD.replace(";;Zaken", ";" + revision(ZAKEN) + ";Zaken");
    take(HEAD + newer.replace("Pakket", "Ander"));
    Graph there = record(ZAKEN);
    assertFalse(person.get(location(taken)).body().contains("Draai alles terug"));
    HttpResponse<String> late = person.post(location(taken), "zegel", Person.seal(page));
    assertEquals(422, late.statusCode());
    String why = "Er is niets teruggedraaid. Over Zaken API-standaard is intussen iets anders";
    assertTrue(late.body().contains(why), late::body);
    assertTrue(there.isIsomorphicWith(record(ZAKEN)));
  }

  @Test
  void what_changes_after_the_look_is_shown_first() throws Exception {
    Look look = look(HEAD + GOOD);
    take(HEAD + GOOD.replace("Pakket", "Van een ander"));
    HttpResponse<String> taken = look.decide("overnemen");
    assertEquals(412, taken.statusCode());
    assertTrue(taken.body().contains("Er is niets overgenomen"));
    assertTrue(taken.body().contains("Hierover is er al een opgave"));
    assertTrue(record(ZAKEN).toString().contains("Van een ander"));
  }

  // Who may

  @Test
  void only_who_acts_for_a_municipality_gets_or_sends_its_sheet() throws Exception {
    for (String path : List.of("/blad", "/opgaven.csv", "/blad/abc", "/blad/ontvangst/1")) {
      assertEquals(403, person.get("/mijn/gm0344" + path).statusCode(), path);
      HttpResponse<String> nobody = new Person(server.address()).get(HOME + path);
      assertEquals(303, nobody.statusCode(), path);
      assertTrue(location(nobody).contains("/inloggen?verder="), path);
    }
    String seal = Person.seal(person.get(SHEET).body());
    byte[] file = (HEAD + GOOD).getBytes(StandardCharsets.UTF_8);
    assertEquals(403, person.upload("/mijn/gm0344/blad", "a.csv", file, seal).statusCode());
  }

  @Test
  void a_form_that_the_session_was_not_sent_is_refused() throws Exception {
    byte[] file = (HEAD + GOOD).getBytes(StandardCharsets.UTF_8);
    assertEquals(403, person.upload(SHEET, "a.csv", file, "geraden").statusCode());
    long before = sequence();
    Look look = look(HEAD + GOOD);
    assertEquals(403, person.post(look.path(), "actie", "overnemen").statusCode());
    assertEquals(before, sequence());
  }

  @Test
  void nobody_sees_what_another_sent() throws Exception {
    Look look = look(HEAD + GOOD);
    Person colleague = loggedIn("collega", AMSTERDAM, Role.MUNICIPALITY);
    assertEquals(404, colleague.get(look.path()).statusCode());
  }

  @Test
  void a_mandate_for_some_standards_is_for_those_rows() throws Exception {
    Node cooperation = Iris.organisation("vng-realisatie");
    Node mandate = Iris.mandate("gm0363", cooperation);
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(mandate, RDF.type.asNode(), SC.MANDATE_CLASS);
    graph.add(mandate, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Mandaat", "nl"));
    graph.add(mandate, SC.MANDATOR, AMSTERDAM);
    graph.add(mandate, SC.MANDATARY, cooperation);
    graph.add(mandate, SC.MANDATE_COVERS, Iris.standard("zaken-api"));
    graph.add(
        mandate, SC.VALID_FROM, NodeFactory.createLiteralDT("2020-01-01", XSDDatatype.XSDdate));
    commit("Mandaat", Change.put(mandate, graph));
    Person other = loggedIn("samen", cooperation, Role.COOPERATION);
    String keysIn = text(other.file(HOME + "/opgaven.csv"));
    assertTrue(keysIn.contains("gm0363/zaken-api;"), keysIn);
    assertFalse(keysIn.contains("gm0363/catalogi-api;"), keysIn);
    String both = GOOD + GOOD.replace("zaken-api", "catalogi-api");
    Look look = look(other, SHEET, (HEAD + both).getBytes(StandardCharsets.UTF_8));
    assertTrue(look.row(3).contains("daarvoor geen mandaat"), look.row(3));
    assertEquals(303, look.decide("overnemen").statusCode());
    assertFalse(record(ZAKEN).isEmpty());
    assertTrue(record(CATALOGI).isEmpty());
    commit("Mandaat weg", Change.delete(mandate));
  }

  @Test
  void an_editor_says_why_and_the_municipality_stays_who_declared() throws Exception {
    take(HEAD + GOOD);
    Person editor = loggedIn("redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
    String row = GOOD.replace(";;Zaken", ";" + revision(ZAKEN) + ";Zaken").replace("Pakket", "Pak");
    Look look = look(editor, SHEET, (HEAD + row).getBytes(StandardCharsets.UTF_8));
    assertEquals(422, look.decide("overnemen").statusCode());
    assertEquals(303, look.decide("overnemen", "reden", "Tikfout").statusCode());
    assertTrue(record(ZAKEN).contains(ZAKEN, SC.DECLARED_BY, AMSTERDAM));
    assertEquals("Tikfout", server.catalogue().commit(sequence()).orElseThrow().reason());
  }

  @Test
  void a_receipt_is_of_declarations_of_the_municipality_alone() throws Exception {
    assertEquals(404, person.get(SHEET + "/ontvangst/1").statusCode());
    assertEquals(404, person.get(SHEET + "/ontvangst/x").statusCode());
  }

  // Files that are none

  private static Map<String, byte[]> wrong() throws Exception {
    Map<String, byte[]> wrong = new LinkedHashMap<>();
    wrong.put("Er staan geen rijen in dit bestand.", new byte[0]);
    wrong.put("Dit is geen rekenblad.", "%PDF-1.7\n\u0000".getBytes(StandardCharsets.UTF_8));
    wrong.put("geen rij met koppen gevonden", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
    wrong.put(
        "Dit bestand wordt uitgepakt groter dan",
        new Packed().withNothing("xl/workbook.xml", (Limits.MOST_UNPACKED >> 20) + 1).bytes());
    wrong.put(
        "verwijzingen (een DOCTYPE",
        Packed.ods("<!DOCTYPE x SYSTEM \"http://x/\">", Packed.odsRow("", "Sleutel", "Product")));
    wrong.put("het mag 768 kB zijn", new byte[Limits.MOST_BYTES + 1]);
    return wrong;
  }

  @Test
  void a_file_that_cannot_be_read_is_told_at_its_field() throws Exception {
    for (Map.Entry<String, byte[]> each : wrong().entrySet()) {
      HttpResponse<String> response = person.upload(SHEET, "a.xlsx", each.getValue());
      assertEquals(422, response.statusCode(), each.getKey());
      String page = response.body();
      assertTrue(page.contains("<title>Fout: ") && page.contains(each.getKey()), page);
      assertTrue(page.contains("id=\"bestand-fout\""));
    }
  }

  @Test
  void a_form_without_a_file_says_so() throws Exception {
    HttpResponse<String> response = person.upload(SHEET, "", new byte[0]);
    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("Kies eerst een bestand."));
  }

  @Test
  void a_request_that_is_larger_than_any_may_be_is_refused() throws Exception {
    HttpResponse<String> response = person.upload(SHEET, "a.csv", new byte[2 << 20]);
    assertEquals(413, response.statusCode());
  }

  @Test
  void a_form_of_another_kind_has_no_file() throws Exception {
    String seal = Person.seal(person.get(SHEET).body());
    assertEquals(422, person.post(SHEET, "zegel", seal, "bestand", "a").statusCode());
  }

  @Test
  void a_name_of_a_file_is_text_and_nothing_else() throws Exception {
    byte[] file = (HEAD + GOOD).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> sent = person.upload(SHEET, "<script>alert(1)</script>.csv", file);
    String page = person.get(location(sent)).body();
    assertTrue(page.contains("&lt;script&gt;"));
    assertFalse(page.contains("<script>alert"));
  }

  @Test
  void only_the_last_few_sheets_of_somebody_are_kept() throws Exception {
    Look first = look(HEAD + GOOD);
    for (int i = 0; i < 5; i++) {
      look(HEAD + GOOD);
    }
    assertEquals(404, person.get(first.path()).statusCode());
  }

  @Test
  void english_pages_and_files_are_english_and_either_goes_anywhere() throws Exception {
    take(HEAD + GOOD);
    byte[] file = person.file("/en" + HOME + "/opgaven.csv");
    assertTrue(text(file).contains(";Phase 1: Valid from;"), text(file));
    assertTrue(look(person, SHEET, file).counts("Ongewijzigd: 1"));
    Look english = look(person, "/en" + SHEET, file);
    assertTrue(english.page().contains("<html lang=\"en\">"));
    assertTrue(english.counts("Unchanged: 1"));
  }

  @Test
  void the_log_says_that_it_was_a_sheet() throws Exception {
    take(HEAD + GOOD);
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertEquals("Opgaven uit een blad overgenomen", commit.reason());
    assertEquals(Kind.CREATE, commit.revisions().get(0).kind());
  }
}
