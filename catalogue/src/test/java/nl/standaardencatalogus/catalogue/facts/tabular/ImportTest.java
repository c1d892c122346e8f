package nl.standaardencatalogus.catalogue.facts.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
  private static final Node ZAKEN_API = Iris.standard("zaken-api");

  @TempDir static Path folder;

  private static String report;
  private static Graph all;

  @BeforeAll
  static void run() throws IOException, URISyntaxException {
    report = run(folder);
    all = GraphFactory.createDefaultGraph();
    for (Path file : turtle(folder)) {
      RecordFiles.read(file).forEach(change -> GraphUtil.addInto(all, change.graph()));
    }
  }

  @Test
  void every_table_becomes_records() {
    assertEquals(3, count(SC.STANDARD_CLASS));
    assertEquals(6, count(SC.STANDARD_VERSION_CLASS));
    assertEquals(1, count(SC.ARCHITECTURE_ELEMENT_CLASS));
    assertEquals(5, count(SC.RELATION_CLASS));
    assertEquals(2, count(SC.MUNICIPALITY_CLASS));
    assertEquals(4, count(SC.FORMER_MUNICIPALITY_CLASS));
    assertEquals(4, count(SC.REORGANISATION_CLASS));
    assertEquals(2, count(SC.PROVINCE_CLASS));
    assertEquals(2, count(SC.COOPERATION_CLASS));
    assertEquals(4, count(SC.PARTNER_CLASS));
  }

  @Test
  void a_second_run_writes_the_same_bytes(@TempDir Path other)
      throws IOException, URISyntaxException {
    run(other);
    assertEquals(contents(folder), contents(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          standards.csv          | zaken-api | Zaken API | standards.csv row 2: Not a slug: Zaken API
          standards.csv          | maintainer | beheerder | standards.csv row 2: there is no column maintainer
          municipalities.csv     | GM0363    | GM36      | municipalities.csv row 3: Not a municipality code: GM36
          relations.csv          | high      | sure      | relations.csv row 2: no confidence: sure
          municipalities.geojson | {         | [         | municipalities.geojson: it cannot be read
          municipalities.geojson | features  | kenmerken | municipalities.geojson: it cannot be read: there is no
          municipalities.geojson | 4.1       | "x"       | municipalities.geojson: it cannot be read: a position
          """)
  void a_table_that_cannot_be_read_is_named_with_the_row_and_nothing_is_written(
      String file, String replaced, String by, String told, @TempDir Path copy)
      throws IOException, URISyntaxException {
    try (Stream<Path> originals = Files.list(tables())) {
      for (Path original : originals.toList()) {
        Files.copy(original, copy.resolve(original.getFileName()));
      }
    }
    String content = Files.readString(copy.resolve(file));
    assertTrue(content.contains(replaced), content);
    Files.writeString(copy.resolve(file), content.replace(replaced, by));
    Path records = copy.resolve("records");
    TableException refused = assertThrows(TableException.class, () -> Import.run(copy, records));
    assertTrue(refused.getMessage().startsWith(told), refused::getMessage);
    assertFalse(Files.exists(records));
  }

  @Test
  void a_table_that_is_missing_is_named(@TempDir Path empty) {
    TableException refused =
        assertThrows(TableException.class, () -> Import.run(empty, empty.resolve("records")));
    assertTrue(refused.getMessage().startsWith("municipalities.csv: there is no"));
  }

  @Test
  void the_index_names_all_files() throws IOException {
    assertEquals(
        turtle(folder).stream().map(file -> file.getFileName().toString()).toList(),
        Files.readAllLines(folder.resolve("index.txt")));
  }

  @Test
  void a_column_that_nobody_knows_is_reported() {
    reported("municipalities.csv: column mayor (1 values) has no place");
  }

  @Test
  void a_status_that_follows_from_decisions_is_reported_and_not_recorded() {
    reported("column vng_status (1 values)");
    assertFalse(
        all.contains(
            Node.ANY,
            SC.AXIS,
            CodeLists.concept(CodeLists.STATUS_AS, CodeLists.VNG_VERBINDENDHEID)));
  }

  @Test
  void rows_without_a_place_are_reported_with_their_number() {
    reported("standards.csv row 5: the id zgw stands in an earlier row");
    reported("versions.csv row 6: there is no standard onbekend");
    reported("relations.csv row 7: unknown relation, subject or object");
    reported("relations.csv row 8: unknown relation, subject or object");
    reported("cooperation_members.csv row 4: there is no cooperation roo-9");
    reported("municipalities.geojson: no municipality lives with the code GM9999");
  }

  @Test
  void cells_without_a_place_are_reported() {
    reported("standards.csv row 2: compliancy_url is no web address: geen adres");
    reported("standards.csv row 3: status 'Onbekende fase' of scheme 'gemma' is in no list");
    reported("standards.csv row 2: based_on rgbz has no row in relations");
    reported("versions.csv row 4: the previous version 0.9 has no row; kept as a note");
    reported("versions.csv row 7: scheme gemma gives no status");
    reported("cooperation_members.csv row 3: Waterschap X is no municipality");
    reported("cooperations.csv row 3: the member GM9999 is no living municipality");
    reported("cooperations.csv row 2: GM0518 is a member here and not in");
    reported("cooperations.csv row 3: the host has another OIN than organisation_oin");
    reported("rijk_partners.csv row 2: part_of 'Onbekende groep' is no organisation here");
    reported("municipality_history.csv row 4: successor_current is not what");
  }

  @Test
  void a_status_says_who_says_so_and_how_sure_we_are() {
    Node statement = Iris.part(ZAKEN_API, "status-forum");
    assertEquals(Iris.tooi("oorg/oorg12348"), object(statement, SC.AUTHORITY));
    assertEquals("2017", text(statement, SC.VALID_FROM));
    assertEquals(
        CodeLists.concept(CodeLists.BETROUWBAARHEID, "middel"), object(statement, SC.CONFIDENCE));
    assertEquals("general domain knowledge (since 2017)", text(statement, SC.SOURCE_TEXT));
  }

  @Test
  void what_the_forum_list_says_beside_the_status_is_kept() {
    Node statement = Iris.part(Iris.standard("zgw"), "status-forum");
    assertEquals(
        CodeLists.concept(CodeLists.FORUM_STATUS, "historisch-verplicht"),
        object(statement, SC.STATUS_VALUE));
    assertEquals("historisch verplicht (1.0)", text(statement, SC.NOTE));
  }

  @Test
  void labels_with_one_slug_get_a_number_in_the_order_of_the_file() {
    assertEquals("Zaken API beta", text(Iris.version("zaken-api", "1.0.0-beta"), title()));
    assertEquals("1.0.0-BETA", text(Iris.version("zaken-api", "1.0.0-beta-2"), Terms.DCAT_VERSION));
  }

  @Test
  void a_previous_version_is_a_link() {
    assertEquals(
        Iris.version("zaken-api", "1.0.0"),
        object(Iris.version("zaken-api", "1.0.0-beta"), Terms.DCAT_PREVIOUS_VERSION));
  }

  @Test
  void dates_are_as_precise_as_they_are_known() {
    assertEquals("gYear", datatype(Iris.version("zaken-api", "1.0.0-beta-2")));
    assertEquals("gYearMonth", datatype(Iris.version("zaken-api", "1.0.0-beta")));
    assertEquals("date", datatype(Iris.version("zaken-api", "1.0.0")));
  }

  @Test
  void a_relation_keeps_its_qualifier_or_its_label() {
    Node obligation = Iris.part(ZAKEN_API, "relatie-applied-on-comp-zaak");
    assertEquals(
        CodeLists.concept(CodeLists.GEMMA_KWALIFICATIE, "verplicht"),
        object(obligation, SC.QUALIFIER));
    assertEquals(
        CodeLists.concept(CodeLists.ARCHIMATE_RELATIE, "realization"),
        object(obligation, SC.ARCHIMATE_RELATION));
    assertTrue(all.contains(ZAKEN_API, SC.APPLIES_TO, Iris.component("comp-zaak")));
    Node flow = Iris.part(Iris.component("comp-zaak"), "relatie-flows-to-comp-zaak");
    assertEquals("opvragen", text(flow, SC.RELATION_LABEL));
  }

  @Test
  void a_functional_replacement_says_how_certain_it_is() {
    assertEquals(
        CodeLists.concept(CodeLists.BETROUWBAARHEID, "middel"),
        object(Iris.part(ZAKEN_API, "relatie-functionally-replaced-by-zgw"), SC.CERTAINTY));
  }

  @Test
  void a_name_of_a_partner_is_that_partner_and_a_doubtful_one_is_only_linked() {
    assertTrue(
        all.contains(
            Iris.standard("zgw"), DCTerms.publisher.asNode(), Iris.tooi("oorg/oorg10117")));
    assertEquals(Iris.tooi("zbo/zb000184"), object(Iris.organisation("kvk"), SC.POSSIBLY_SAME_AS));
    assertEquals(2, all.find(Iris.standard("zgw"), SC.MAINTAINER, Node.ANY).toList().size());
  }

  @Test
  void a_municipality_with_another_name_can_be_found_by_both() {
    Node municipality = Iris.municipality("gm0518");
    assertEquals("Den Haag", text(municipality, SKOS.prefLabel.asNode()));
    assertEquals("'s-Gravenhage", text(municipality, SKOS.altLabel.asNode()));
  }

  @Test
  void an_oin_of_another_rsin_makes_a_record_less_sure() {
    assertEquals(
        CodeLists.concept(CodeLists.BETROUWBAARHEID, "middel"),
        object(Iris.municipality("gm0363"), SC.CONFIDENCE));
  }

  @Test
  void an_outline_is_well_known_text_with_its_reference_system() {
    String outline = text(Iris.part(Iris.municipality("gm0518"), "omtrek"), Terms.GEO_AS_WKT);
    assertEquals(
        "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> MULTIPOLYGON (((4.1 52.0, 4.3 52.0, 4.3"
            + " 52.1, 4.1 52.0)), ((4.5 52.0, 4.6 52.0, 4.6 52.1, 4.5 52.0)))",
        outline);
  }

  @Test
  void a_split_municipality_marks_the_reorganisation() {
    Node event = Iris.tooi("gemeente/wzg_2");
    assertEquals("true", text(event, SC.SPLIT));
    assertEquals("Verdeling van Haaren over Amsterdam en Den Haag (2021)", text(event, title()));
  }

  @Test
  void a_planned_reorganisation_ends_nothing_yet() {
    Node event = Iris.reorganisation("2027", "den-haag-amsterdam");
    assertEquals("true", text(event, SC.PLANNED));
    assertEquals("wetsvoorstel", text(event, SC.LEGAL_BASIS));
    assertFalse(
        all.contains(Iris.municipality("gm0518"), RDF.type.asNode(), SC.FORMER_MUNICIPALITY_CLASS));
  }

  @Test
  void a_municipality_that_came_and_went_has_both_days() {
    Node weesp = Iris.municipality("gm0457");
    assertEquals("2004-01-01", text(weesp, SC.VALID_FROM));
    assertEquals("2022-03-23", text(weesp, SC.VALID_UNTIL));
  }

  @Test
  void members_of_whom_nobody_says_since_when_are_members_all_the_same() {
    Node membership = Iris.part(Iris.cooperation("roo-2"), "lid-gm0363");
    assertEquals(Iris.municipality("gm0363"), object(membership, ORG.member.asNode()));
    assertFalse(all.contains(membership, SC.VALID_FROM, Node.ANY));
    assertEquals("2022-01-01", text(Iris.cooperation("roo-2"), SC.VALID_UNTIL));
  }

  private static String run(Path records) throws IOException, URISyntaxException {
    return String.join("\n", Import.run(tables(), records).unplaced());
  }

  private static Path tables() throws URISyntaxException {
    return Path.of(ImportTest.class.getResource("tables").toURI());
  }

  private static List<Path> turtle(Path records) throws IOException {
    try (Stream<Path> files = Files.list(records)) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    }
  }

  private static Map<String, String> contents(Path records) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : turtle(records)) {
      contents.put(file.getFileName().toString(), Files.readString(file));
    }
    return contents;
  }

  private static void reported(String words) {
    assertTrue(report.contains(words), () -> words + " is not in:\n" + report);
  }

  private static int count(Node type) {
    return all.find(Node.ANY, RDF.type.asNode(), type).toList().size();
  }

  private static Node title() {
    return DCTerms.title.asNode();
  }

  private static String datatype(Node version) {
    String iri = object(version, DCTerms.issued.asNode()).getLiteralDatatypeURI();
    return iri.substring(iri.indexOf('#') + 1);
  }

  private static String text(Node subject, Node property) {
    return object(subject, property).getLiteralLexicalForm();
  }

  private static Node object(Node subject, Node property) {
    Set<Node> objects =
        all.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
            .collect(Collectors.toSet());
    assertEquals(1, objects.size(), () -> subject + " " + property + " " + objects);
    return objects.iterator().next();
  }
}
