package nl.standaardencatalogus.server.gemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.gemma.Difference.Kind;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases laid beside a small catalogue, which has what the first of them says. */
class ComparisonTest {
  private static final Node COMPONENT = Iris.component("refcomp-post");
  private static final Node OTHER = Iris.component("refcomp-zaken");
  private static final Node STANDARD = Iris.standard("post-api");

  private static final Rules RULES = Rules.load();

  @TempDir private Path folder;
  private Catalogue catalogue;

  /** A catalogue that is filled by taking a release over, but for standards, which it cannot. */
  @BeforeEach
  void fill() throws Exception {
    JenaSystem.init();
    catalogue = Catalogue.open(folder.resolve("data"), RULES, (what, done, of) -> {});
    Outcome outcome = catalogue.commit(SmallGemma.begin());
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
    take(first());
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private static MadeUp first() {
    return SmallGemma.release("2026-01-01");
  }

  private static MadeUp next() {
    return SmallGemma.release("2026-07-01");
  }

  private Difference difference(String xml) throws Exception {
    Release release = ReleaseReader.read(Files.writeString(folder.resolve("model.xml"), xml));
    return Comparison.of(catalogue, release, LocalDate.parse(release.date()));
  }

  private Difference difference(MadeUp made) throws Exception {
    return difference(made.xml());
  }

  private Outcome commit(Difference difference) {
    return catalogue.commit(
        new Proposal("gemma", Iris.organisation("vng"), difference.source(), difference.changes()));
  }

  /** Takes a release over; afterwards nothing differs. */
  private void take(MadeUp made) throws Exception {
    Outcome outcome = commit(difference(made));
    assertInstanceOf(Outcome.Recorded.class, outcome, () -> text(outcome));
    assertEquals(List.of(), difference(made).changes());
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Outcome.Rejected rejected
        ? rejected.report().text("en")
        : outcome.toString();
  }

  private static List<String> lines(Difference difference, Kind... kinds) {
    return difference.lines().stream()
        .filter(it -> List.of(kinds).contains(it.kind()))
        .map(it -> it.kind().text() + " " + it.text().replaceAll("<[^>]*/([^/>]*/[^/>]*)>", "$1"))
        .toList();
  }

  private List<String> changes(MadeUp made) throws Exception {
    return lines(difference(made), Kind.ADDED, Kind.CHANGED, Kind.ENDED);
  }

  private Graph graph() {
    return catalogue.snapshot().graph();
  }

  private boolean says(Node subject, Node property, Node value) {
    return graph().contains(subject, property, value);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  @Test
  void the_same_release_again_changes_nothing() throws Exception {
    assertEquals(List.of(), changes(first()));
    assertEquals(List.of(), changes(next()));
  }

  @Test
  void what_was_taken_over_stands_there_and_cites_the_release() {
    assertTrue(says(STANDARD, SC.APPLIES_TO, COMPONENT));
    assertTrue(says(COMPONENT, SC.SERVES, OTHER));
    Node version = Iris.version("post-api", "1.0");
    assertTrue(says(version, RDF.type.asNode(), SC.STANDARD_VERSION_CLASS));
    String source =
        graph()
            .find(COMPONENT, SC.SOURCE_TEXT, Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm();
    assertTrue(
        source.matches("GEMMA-release van 2026-01-01, Verzonnen model, sha256 [0-9a-f]{64}"));
  }

  @Test
  void another_name_is_a_change_of_the_same_thing() throws Exception {
    MadeUp made =
        next().element("c", "ApplicationComponent", "Posten", "GEMMA type", "Referentiecomponent");
    assertEquals(
        List.of("changed Post component/refcomp-post: title Post -> Posten"), changes(made));
    take(made);
  }

  @Test
  void white_space_and_capitals_are_no_change() throws Exception {
    MadeUp made =
        next()
            .element(
                "c", "ApplicationComponent", "  post\u00a0", "GEMMA type", "Referentiecomponent");
    assertEquals(List.of(), changes(made));
  }

  @Test
  void a_name_in_english_stays() throws Exception {
    take(
        next()
            .element(
                "s",
                "Constraint",
                "Brief API",
                "GEMMA type",
                "Standaard",
                "GEMMA status",
                "In gebruik"));
    assertFalse(
        graph()
            .find(STANDARD, Node.ANY, NodeFactory.createLiteralLang("Mail API", "en"))
            .toList()
            .isEmpty());
    assertFalse(
        graph()
            .find(STANDARD, Node.ANY, NodeFactory.createLiteralLang("Brief API", "nl"))
            .toList()
            .isEmpty());
  }

  @Test
  void a_status_is_another_from_the_day_of_the_release() throws Exception {
    MadeUp made =
        next()
            .element(
                "v",
                "Constraint",
                "Post API 1.0",
                "GEMMA type",
                "Standaardversie",
                "Versieaanduiding",
                "1.0",
                "Status",
                "Einde ondersteuning");
    assertEquals(
        List.of("changed Post API 1.0 versie/1.0: status in-gebruik -> einde-ondersteuning"),
        changes(made));
    take(made);
    Node statement = Iris.part(Iris.version("post-api", "1.0"), "status-gemma");
    assertEquals(
        "2026-07-01",
        graph()
            .find(statement, SC.VALID_FROM, Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm());
  }

  @Test
  void a_property_that_a_file_does_not_define_is_not_compared() throws Exception {
    String xml =
        next()
            .xml()
            .replaceAll("<property propertyDefinitionRef=\"propid-[34]\">.*\n", "")
            .replaceAll("<propertyDefinition identifier=\"propid-[34]\".*\n", "");
    assertEquals(List.of(), lines(difference(xml), Kind.ADDED, Kind.CHANGED, Kind.ENDED));
  }

  @Test
  void a_new_component_gets_a_record_with_its_object_id() throws Exception {
    MadeUp made =
        next()
            .element(
                "n",
                "ApplicationComponent",
                "Nieuw & vers".replace("&", "&amp;"),
                "GEMMA type",
                "Referentiecomponent",
                "BBN",
                "BBN2");
    assertEquals(
        "added  component/refcomp-nieuw-vers", changes(made).get(0).replace("Nieuw & vers", ""));
    take(made);
    Node node = Iris.component("refcomp-nieuw-vers");
    assertTrue(says(node, SC.BBN, text("BBN2")));
    assertTrue(says(Iris.part(node, "gemma"), Node.ANY, text("n")));
  }

  @Test
  void two_new_things_of_one_name_get_an_identifier_each() throws Exception {
    take(next().element("n", "ApplicationComponent", "Post", "GEMMA type", "Referentiecomponent"));
    assertTrue(says(Iris.component("refcomp-post-2"), Node.ANY, Node.ANY));
  }

  @Test
  void a_new_standard_waits_for_an_editor() throws Exception {
    MadeUp made = next().element("t", "Constraint", "Tweede", "GEMMA type", "Standaard");
    assertEquals(List.of(), changes(made));
    assertEquals(
        List.of("waiting Tweede: its kind and theme are not in GEMMA"),
        lines(difference(made), Kind.WAITING));
  }

  @Test
  void what_the_catalogue_has_no_place_for_is_told() throws Exception {
    MadeUp made =
        next()
            .element("b", "BusinessObject", "Brief")
            .element("r", "BusinessObject", "Rekening")
            .relation("Access", "c", "b", "")
            .relation("Influence", "c", "d", "");
    assertEquals(List.of(), changes(made));
    assertEquals(
        List.of(
            "unknown element BusinessObject 2",
            "unknown relation Access with what is not in the catalogue 1",
            "unknown relation Influence 1"),
        lines(difference(made), Kind.UNKNOWN).stream()
            .filter(it -> !it.contains("Groep"))
            .toList());
  }

  @Test
  void properties_that_are_not_read_are_told() throws Exception {
    MadeUp made =
        next()
            .element(
                "c",
                "ApplicationComponent",
                "Post",
                "GEMMA type",
                "Referentiecomponent",
                "Beheerder",
                "Iemand");
    assertEquals(List.of(), changes(made));
    assertTrue(
        lines(difference(made), Kind.UNKNOWN).contains("unknown property Beheerder of elements 1"));
  }

  @Test
  void a_component_that_is_gone_has_ended_with_its_relations() throws Exception {
    MadeUp made = next().without("d");
    assertEquals(
        List.of(
            "ended Post component/refcomp-post: serves refcomp-zaken",
            "ended Zaken component/refcomp-zaken"),
        changes(made));
    take(made);
    assertFalse(says(COMPONENT, SC.SERVES, OTHER));
    Node last = NodeFactory.createLiteralDT("2026-06-30", XSDDatatype.XSDdate);
    assertTrue(says(OTHER, SC.VALID_UNTIL, last));
    Node former = Iris.part(COMPONENT, "relatie-serves-refcomp-zaken");
    assertTrue(says(COMPONENT, SC.FORMER_RELATION, former));
    assertTrue(says(former, RDF.object.asNode(), OTHER));
    assertTrue(says(former, SC.VALID_UNTIL, last));
  }

  @Test
  void what_comes_back_lives_again() throws Exception {
    take(next().without("d"));
    take(SmallGemma.release("2027-01-01"));
    assertFalse(says(OTHER, SC.VALID_UNTIL, Node.ANY));
    assertTrue(says(COMPONENT, SC.SERVES, OTHER));
    assertFalse(says(COMPONENT, SC.FORMER_RELATION, Node.ANY));
  }

  @Test
  void another_qualifier_is_a_change_of_the_relation() throws Exception {
    MadeUp made = next().relation("Realization", "c", "s", "Aanbevolen");
    assertEquals(
        List.of(
            "changed Post API standaard/post-api: appliesTo refcomp-post verplicht -> aanbevolen"),
        changes(made));
    take(made);
  }

  @Test
  void a_new_relation_is_added_and_one_that_is_gone_has_ended() throws Exception {
    MadeUp made = next().withoutRelation("Serving", "c", "d").relation("Flow", "d", "c", "brieven");
    assertEquals(
        List.of(
            "added Zaken component/refcomp-zaken: flowsTo refcomp-post brieven",
            "ended Post component/refcomp-post: serves refcomp-zaken"),
        changes(made));
    take(made);
  }

  @Test
  void groups_are_compared_only_with_a_file_that_has_any() throws Exception {
    assertEquals(List.of(), changes(next().without("g")));
    MadeUp other =
        next().without("g").element("h", "Grouping", "Eindproduct", "GEMMA type", "Groep");
    assertEquals(
        List.of("ended Post API standaard/post-api: inGroup api-standaarden"), changes(other));
  }

  @Test
  void the_end_of_a_standard_that_is_bound_contradicts_the_decision() throws Exception {
    MadeUp made =
        next()
            .element(
                "s",
                "Constraint",
                "Post API",
                "GEMMA type",
                "Standaard",
                "GEMMA status",
                "Einde ondersteuning");
    assertEquals(
        List.of(
            "contradicting Post API standaard/post-api: appliesTo refcomp-post verplicht einde-ondersteuning",
            "contradicting Post API standaard/post-api: decision Post API: pas toe of leg uit einde-ondersteuning"),
        lines(difference(made), Kind.CONTRADICTING));
  }

  @Test
  void a_bound_standard_that_is_gone_contradicts_the_decision_and_stays() throws Exception {
    MadeUp made = next().without("s");
    assertEquals(
        List.of(
            "contradicting Post API standaard/post-api: decision Post API: pas toe of leg uit not in the release"),
        lines(difference(made), Kind.CONTRADICTING));
    take(made);
    assertTrue(says(STANDARD, RDF.type.asNode(), SC.STANDARD_CLASS));
  }

  @Test
  void what_is_odd_within_the_release_is_noted() throws Exception {
    assertEquals(
        List.of("noted Post API standaard/post-api: it has no version"),
        lines(difference(next().without("v")), Kind.NOTED));
    MadeUp withdrawn =
        next()
            .element(
                "v",
                "Constraint",
                "Post API 1.0",
                "GEMMA type",
                "Standaardversie",
                "Versieaanduiding",
                "1.0",
                "Status",
                "Teruggetrokken");
    assertEquals(
        List.of("noted Post API standaard/post-api: in use, without a version in use"),
        lines(difference(withdrawn), Kind.NOTED));
  }

  @Test
  void an_element_without_an_object_id_is_refused_with_its_line() {
    String xml = next().xml().replace(">c</value>", "></value>");
    ReleaseException refused = assertThrows(ReleaseException.class, () -> difference(xml));
    assertTrue(refused.getMessage().contains("id-c has no Object ID"), refused.getMessage());
    assertTrue(refused.getMessage().startsWith("line "), refused.getMessage());
  }

  @Test
  void the_same_difference_is_the_same_table_and_code() throws Exception {
    Difference one = difference(next().without("d"));
    Difference same = difference(next().without("d"));
    assertEquals(one.code(), same.code());
    assertEquals(
        new String(one.csv(), StandardCharsets.UTF_8),
        new String(same.csv(), StandardCharsets.UTF_8));
    assertFalse(one.code().equals(difference(next()).code()));
  }

  @Test
  void a_name_that_is_too_long_for_an_identifier_waits() throws Exception {
    MadeUp made =
        next()
            .element(
                "x", "ApplicationComponent", "x".repeat(300), "GEMMA type", "Referentiecomponent");
    assertEquals(List.of(), changes(made));
    assertEquals(1, difference(made).lines(Kind.WAITING).size());
  }

  @Test
  void what_was_changed_since_it_was_looked_at_is_refused_and_the_store_stays() throws Exception {
    Difference looked =
        difference(
            next()
                .element("n", "ApplicationComponent", "Nieuw", "GEMMA type", "Referentiecomponent")
                .element(
                    "c", "ApplicationComponent", "Brief", "GEMMA type", "Referentiecomponent"));
    take(next().element("c", "ApplicationComponent", "Pakje", "GEMMA type", "Referentiecomponent"));
    long before = catalogue.snapshot().sequence();
    assertInstanceOf(Outcome.Stale.class, commit(looked));
    assertEquals(before, catalogue.snapshot().sequence());
    assertFalse(says(Iris.component("refcomp-nieuw"), Node.ANY, Node.ANY));
  }
}
