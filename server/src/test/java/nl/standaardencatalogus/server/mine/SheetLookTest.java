package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.sheet.Packed;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people meet who work in a sheet: lists, days, worksheets, headings, and confirming. */
@Tag("long")
class SheetLookTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node ZAKEN = Iris.declaration("gm0363", "zaken-api");
  private static final Node FSC = Iris.declaration("gm0363", "fsc");
  private static final String HOME = "/mijn/gm0363";
  private static final String SHEET = HOME + "/blad";
  private static final String HEAD =
      "Sleutel;Revisie;Versie;Fase 1: Fase;Fase 1: Geldig vanaf;Fase 1: Geldig tot en met;"
          + "Fase 2: Fase;Fase 2: Geldig vanaf;Gepland voor\n";
  private static final String GOOD =
      "gm0363/zaken-api;;Zaken API 1.5.1;In productie;1-9-2024;;;;\n";
  private static final String CONFIRM = "Sleutel;Revisie;Klopt nog steeds\n";

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
      commit(changes);
    }
  }

  private static void commit(List<Change> changes) {
    Outcome outcome = server.catalogue().commit(new Proposal("proef", AMSTERDAM, "Proef", changes));
    assertInstanceOf(Outcome.Recorded.class, outcome);
  }

  private static Graph record(Node record) {
    return server.catalogue().snapshot().record(record);
  }

  private static long revision(Node record) {
    return server.catalogue().snapshot().current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  private static Look look(byte[] file) throws Exception {
    return Look.of(person, SHEET, file);
  }

  private static Look look(String text) throws Exception {
    return look(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void take(String text) throws Exception {
    HttpResponse<String> taken = look(text).decide("overnemen");
    assertEquals(303, taken.statusCode(), taken.body());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String part(String kind, String name) throws Exception {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(person.file(HOME + "/opgaven." + kind)))) {
      ZipEntry entry = zip.getNextEntry();
      while (!entry.getName().equals(name)) {
        entry = zip.getNextEntry();
      }
      return text(zip.readAllBytes());
    }
  }

  private static int place(String heading) throws Exception {
    String head = text(person.file(HOME + "/opgaven.csv")).lines().findFirst().orElseThrow();
    int place = Arrays.asList(head.replace("\uFEFF", "").split(";")).indexOf(heading);
    assertNotEquals(-1, place, head);
    return place;
  }

  // Lists to choose from

  @Test
  void components_are_chosen_from_the_list_of_their_standard_and_may_be_several() throws Exception {
    String letters = String.valueOf((char) ('A' + place("Component")));
    String sheet = part("xlsx", "xl/worksheets/sheet1.xml");
    List<String> lists =
        Pattern.compile("<dataValidation [^>]*sqref=\"[^\"]*\\b" + letters + "[0-9]+[^>]*>")
            .matcher(sheet)
            .results()
            .map(it -> it.group())
            .toList();
    assertFalse(lists.isEmpty(), sheet.substring(sheet.length() - 3000));
    lists.forEach(it -> assertFalse(it.contains("showErrorMessage=\"1\""), it));
    String content = part("ods", "content.xml");
    assertTrue(content.contains("<table:error-message table:display=\"false\""), "several may");
    assertTrue(content.contains("Zaakregistratiecomponent"), "what may be chosen is there");
  }

  // Days

  @Test
  void days_are_not_guessed_where_another_in_the_column_has_its_month_first() throws Exception {
    Look look =
        look(
            HEAD
                + GOOD.replace("1-9-2024", "12/31/2025")
                + "gm0363/fsc;;;Oriëntatie;3/4/2025;;;;5/6/2027\n"
                + "gm0363/catalogi-api;;;Oriëntatie;25/4/2025;;;;\n"
                + "gm0363/besluiten-api;;;Oriëntatie;3-4-2025;;;;\n"
                + "gm0363/zgw;;;Oriëntatie;5/5/2025;;;;\n");
    for (int number : new int[] {2, 3}) {
      String row = look.row(number);
      assertTrue(row.contains("kolom E, Fase 1: Geldig vanaf:"), row);
      assertTrue(row.contains("12/31/2025") && row.contains("JJJJ-MM-DD of"), row);
    }
    assertTrue(look.row(3).contains("3/4/2025"), look.row(3));
    assertFalse(look.row(3).contains("kolom I, Gepland voor:</strong> Gepland"), look.row(3));
    assertTrue(look.counts("Nieuw: 3"), look.page());
    assertTrue(look.counts("Niet goed, niet overgenomen: 2"), look.page());
  }

  @Test
  void without_a_month_that_comes_first_days_are_read_as_dutch() throws Exception {
    take(HEAD + GOOD.replace("1-9-2024", "3/4/2025"));
    Node day = NodeFactory.createLiteralDT("2025-04-03", XSDDatatype.XSDdate);
    assertTrue(record(ZAKEN).contains(Node.ANY, SC.VALID_FROM, day));
  }

  @Test
  void a_day_that_reads_as_it_was_is_pointed_out_too_where_months_come_first() throws Exception {
    take(HEAD + GOOD.replace("1-9-2024", "3-4-2025"));
    String same = GOOD.replace(";;Zaken", ";" + revision(ZAKEN) + ";Zaken");
    Look look =
        look(
            HEAD
                + same.replace("1-9-2024", "3/4/2025")
                + "gm0363/fsc;;;Oriëntatie;12/31/2025;;;;\n");
    assertTrue(look.counts("Niet goed, niet overgenomen: 2"), look.page());
  }

  // Worksheets

  private static String rows(String... rows) {
    StringBuilder all = new StringBuilder();
    for (String row : rows) {
      all.append(Packed.odsRow("", row.split(";", -1)));
    }
    return all.toString();
  }

  private static final String SECOND = "</table:table><table:table table:name=\"Archief\">";

  @Test
  void two_worksheets_with_declarations_are_refused_by_name() throws Exception {
    byte[] file =
        Packed.ods(
            "", rows(HEAD.strip(), GOOD.strip()) + SECOND + rows(HEAD.strip(), GOOD.strip()));
    HttpResponse<String> refused = person.upload(SHEET, "a.ods", file);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("‘Blad1’, ‘Archief’"), refused::body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Sleutel;Versie;Product | Blad1 | Archief", "Ons eigen lijstje | Blad1 | Archief"})
  void a_worksheet_that_was_not_read_is_told(String other, String read, String not)
      throws Exception {
    byte[] file = Packed.ods("", rows(HEAD.strip(), GOOD.strip()) + SECOND + rows(other));
    Look look = look(file);
    assertTrue(
        look.page()
            .contains("Gelezen is het werkblad ‘" + read + "’. Niet gelezen: ‘" + not + "’."),
        look.page());
    assertTrue(look.counts("Nieuw: 1"));
  }

  @Test
  void the_worksheet_with_the_rows_is_read_and_not_the_first_one() throws Exception {
    byte[] file = Packed.ods("", rows(HEAD.strip()) + SECOND + rows(HEAD.strip(), GOOD.strip()));
    Look look = look(file);
    assertTrue(look.page().contains("Gelezen is het werkblad ‘Archief’"), look.page());
    assertTrue(look.counts("Nieuw: 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ods", "xlsx"})
  void nothing_is_told_of_the_worksheets_that_come_with_the_file(String kind) throws Exception {
    assertFalse(
        look(person.file("/en" + HOME + "/opgaven." + kind)).page().contains("Niet gelezen"));
  }

  // Headings

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fase 1: Geldig vanaf | Fase 1: Startdatum",
        "Fase 1: Fase | Fase 1: Stand",
        "Versie | Versienummer",
        "Revisie | Revisienr"
      })
  void a_heading_that_was_renamed_is_told_with_the_one_it_stands_for(String ours, String theirs)
      throws Exception {
    Look look = look((";" + HEAD).replace(";" + ours, ";" + theirs).substring(1) + GOOD);
    assertTrue(
        look.page().contains("De kolom ‘" + ours + "’ ontbreekt; bedoelt u ‘" + theirs + "’?"),
        look.page());
  }

  @Test
  void a_column_that_is_missing_from_a_numbered_group_is_named() throws Exception {
    Look look = look(HEAD.replace("Fase 1: Geldig vanaf", "Wanneer begon het") + GOOD);
    assertTrue(look.page().contains("kolommen kent de catalogus niet: Wanneer begon het."));
    assertTrue(
        Pattern.compile("Deze kolommen staan niet in het blad: [^.]*Fase 1: Geldig vanaf")
            .matcher(look.page())
            .find(),
        look.page());
  }

  // Where what a rule says stands

  @Test
  void what_is_wrong_in_a_second_phase_stands_there_though_there_is_no_first() throws Exception {
    Look look = look(HEAD + "gm0363/zaken-api;;Zaken API 1.5.1;;;;In productie;ooit;\n");
    assertTrue(look.row(2).contains("kolom H, Fase 2: Geldig vanaf:"), look.row(2));
    assertFalse(look.row(2).contains("kolom E"), look.row(2));
  }

  @Test
  void phases_that_go_back_are_told_at_the_later_one() throws Exception {
    Look look = look(HEAD + "gm0363/fsc;;;In productie;1-9-2024;;Gepland;1-3-2026;1-1-2027\n");
    assertTrue(look.row(2).contains("kolom G, Fase 2: Fase:</strong> De fasen gaan"), look.row(2));
  }

  @Test
  void phases_that_overlap_are_told_at_the_day_on_which_the_later_one_begins() throws Exception {
    Look look =
        look(HEAD + "gm0363/fsc;;;Oriëntatie;1-9-2024;1-3-2026;Gepland;1-3-2026;1-1-2027\n");
    assertTrue(
        look.row(2).contains("kolom H, Fase 2: Geldig vanaf:</strong> Twee fasen"), look.row(2));
  }

  // Confirming

  private static void declaredLongAgo(Node... records) {
    List<Change> changes = new ArrayList<>();
    for (Node record : records) {
      Graph old = GraphFactory.createDefaultGraph();
      record(record).find().forEach(old::add);
      old.remove(record, SC.LAST_CONFIRMED, Node.ANY);
      old.add(
          record,
          SC.LAST_CONFIRMED,
          NodeFactory.createLiteralDT("2024-10-01", XSDDatatype.XSDdate));
      changes.add(Change.put(record, old));
    }
    commit(changes);
  }

  private static boolean confirmedToday(Node record) {
    String today = LocalDate.now(Validity.ZONE).toString();
    return record(record)
        .contains(
            record, SC.LAST_CONFIRMED, NodeFactory.createLiteralDT(today, XSDDatatype.XSDdate));
  }

  private static String row(Node record, String said) {
    String code = record.equals(ZAKEN) ? "zaken-api" : "fsc";
    return "gm0363/" + code + ";" + revision(record) + ";" + said + "\n";
  }

  @Test
  void many_declarations_are_confirmed_at_once() throws Exception {
    take(HEAD + GOOD + "gm0363/fsc;;;Oriëntatie;1-9-2024;;;;\n");
    declaredLongAgo(ZAKEN, FSC);
    Look look = look(CONFIRM + row(ZAKEN, "ja") + row(FSC, "Yes"));
    assertTrue(look.counts("Bevestigd: 2"), look.page());
    assertTrue(look.row(2).contains("klopt nog steeds"), look.row(2));
    assertEquals(303, look.decide("overnemen").statusCode());
    assertTrue(confirmedToday(ZAKEN) && confirmedToday(FSC));
    long sequence = server.catalogue().snapshot().sequence();
    assertEquals("Klopt nog steeds", server.catalogue().commit(sequence).orElseThrow().reason());
  }

  @Test
  void the_file_with_which_was_confirmed_changes_nothing_more() throws Exception {
    take(HEAD + GOOD);
    declaredLongAgo(ZAKEN);
    String file = CONFIRM + row(ZAKEN, "ja");
    take(file);
    Look again = look(file);
    assertTrue(again.counts("Ongewijzigd: 1"), again.page());
    assertTrue(again.page().contains("Er is niets om over te nemen."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ods", "xlsx"})
  void a_file_that_comes_back_as_it_was_confirms_nothing(String kind) throws Exception {
    take(HEAD + GOOD);
    declaredLongAgo(ZAKEN);
    place("Klopt nog steeds");
    Look look = look(person.file(HOME + "/opgaven." + kind));
    assertTrue(look.counts("Ongewijzigd: 1"), look.page());
    assertTrue(look.page().contains("Er is niets om over te nemen."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nee", "No"})
  void who_does_not_say_yes_confirms_nothing(String said) throws Exception {
    take(HEAD + GOOD);
    declaredLongAgo(ZAKEN);
    assertTrue(look(CONFIRM + row(ZAKEN, said)).counts("Ongewijzigd: 1"));
  }

  @Test
  void what_cannot_be_confirmed_is_told_at_its_row() throws Exception {
    take(HEAD + GOOD);
    String word = look(CONFIRM + row(ZAKEN, "misschien")).row(2);
    assertTrue(word.contains("kolom C, Klopt nog steeds:"), word);
    assertTrue(word.contains("‘misschien’"), word);
    String nothing = look(CONFIRM + "gm0363/fsc;;ja\n").row(2);
    assertTrue(nothing.contains("niets te bevestigen"), nothing);
    String old = CONFIRM + row(ZAKEN, "ja");
    declaredLongAgo(ZAKEN);
    Look overtaken = look(old);
    assertTrue(
        overtaken.counts("Intussen door een ander gewijzigd, niet overgenomen: 1"),
        overtaken.page());
    Person editor = loggedIn("redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
    byte[] file = (CONFIRM + row(ZAKEN, "ja")).getBytes(StandardCharsets.UTF_8);
    String corrected = Look.of(editor, SHEET, file).row(2);
    assertTrue(corrected.contains("kan alleen wie opgeeft"), corrected);
  }

  @Test
  void what_changes_is_confirmed_with_it() throws Exception {
    take(HEAD + GOOD);
    declaredLongAgo(ZAKEN);
    Look look =
        look(CONFIRM.replace("\n", ";Product\n") + row(ZAKEN, "ja").replace("\n", ";Pakket\n"));
    assertTrue(look.counts("Gewijzigd: 1"), look.page());
    assertEquals(303, look.decide("overnemen").statusCode());
    assertTrue(confirmedToday(ZAKEN));
  }

  // The explanation

  @Test
  void the_first_worksheet_and_the_look_point_to_the_explanation() throws Exception {
    String words = "staat op het werkblad ‘Uitleg’";
    assertTrue(part("xlsx", "xl/worksheets/sheet1.xml").contains(words), "xlsx");
    assertTrue(part("ods", "content.xml").contains(words), "ods");
    assertTrue(look(HEAD + GOOD.replace("1-9-2024", "ooit")).page().contains(words));
    assertFalse(look(HEAD + GOOD).page().contains(words), "nothing is wrong");
  }
}
