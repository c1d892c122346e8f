package nl.standaardencatalogus.catalogue.iri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {

  static Stream<Node> things() {
    return Stream.of(
        Iris.standard("zaken-api"),
        Iris.version("zaken-api", "1.5.1"),
        Iris.version("gba", "LO GBA 3.10"),
        Iris.decision("2021", "zaakgericht-werken"),
        Iris.decision("onbekend", "gibit"),
        Iris.declaration("GM0363", "zaken-api"),
        Iris.declaration("gm0363", "zaken-api", "1.5.1"),
        Iris.component("refcomp-zaakregistratiecomponent"),
        Iris.organisation("ietf"),
        Iris.cooperation("roo-29755755"),
        Iris.reorganisation("2027", "hilversum"),
        Iris.goal("een-aanspreekpunt"),
        Iris.project("opschaling"),
        Iris.revision(12),
        Iris.commit(3),
        Iris.municipality("GM0363"),
        Iris.tooi("oorg/oorg10117"),
        Iris.tooi("gemeente/wzg_04393831"));
  }

  @ParameterizedTest
  @MethodSource("things")
  void a_thing_is_found_back_from_the_path_of_its_document(Node thing) {
    String document = Iris.document(thing).orElseThrow();
    assertTrue(document.startsWith(Iris.BASE + "doc/"));
    assertEquals(thing, Iris.thingAt(document.substring((Iris.BASE + "doc/").length())));
  }

  @ParameterizedTest
  @MethodSource("things")
  void a_part_belongs_to_its_record_and_shares_its_document(Node thing) {
    Node part = Iris.part(thing, "status-1");
    assertTrue(part.getURI().startsWith(Iris.BASE + "id/"));
    assertEquals(thing, Iris.recordOf(part));
    assertEquals(Iris.document(thing), Iris.document(part));
  }

  @ParameterizedTest
  @MethodSource("things")
  void what_is_made_is_recognised(Node thing) {
    ThingKind kind = Iris.kindOf(thing).orElseThrow();
    assertEquals(!kind.isOfTheLog(), Iris.canBeRecord(thing));
    assertEquals(!kind.isOfTheLog(), Iris.canBePart(Iris.part(thing, "status-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id/x/../y",
        "id/standaard/a/versie/..",
        "id/standaard/",
        "id/standaard/A",
        "id/standaard/a/b",
        "id/standaard/a#b",
        "id/standard/a",
        "id/gemeente/gm0363",
        "id/verklaring/gm0363/-x",
        "id/verklaring/amsterdam/zaken-api",
        "id/commit/0",
        "def#Standard"
      })
  void what_cannot_be_made_is_not_recognised(String tail) {
    assertTrue(Iris.kindOf(NodeFactory.createURI(Iris.BASE + tail)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemeente/GM0363", "gemeente/gm0363/", "gemeente/", "straat/x", "../x"})
  void not_every_tail_after_the_base_of_tooi_is_a_public_body(String tail) {
    Node thing = NodeFactory.createURI(Iris.TOOI + tail);
    assertTrue(Iris.kindOf(thing).isEmpty());
    assertTrue(Iris.document(thing).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Iris.tooi(tail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id/standaard/a#", "id/standaard/a#B", "id/revisie/1#x", "id/x/y#z"})
  void a_part_is_a_fragment_of_what_can_be_a_record(String tail) {
    assertFalse(Iris.canBePart(NodeFactory.createURI(Iris.BASE + tail)));
  }

  @Test
  void an_iri_that_no_address_can_hold_is_none() {
    Node endless = Iris.standard("a".repeat(2_000));
    assertFalse(Iris.canBeRecord(endless));
    assertFalse(Iris.canBePart(Iris.part(Iris.standard("a"), "b".repeat(2_000))));
  }

  @Test
  void every_curated_record_has_an_iri_of_a_known_kind() {
    CuratedFacts.changes()
        .forEach(change -> assertTrue(Iris.canBeRecord(change.record()), change.toString()));
  }

  @Test
  void a_municipality_keeps_the_identity_that_tooi_gave_it() {
    assertEquals(
        "https://identifier.overheid.nl/tooi/id/gemeente/gm0363",
        Iris.municipality("GM0363").getURI());
    assertEquals(
        "https://w3id.org/standaardencatalogus/id/gemeente/gm0363#omtrek",
        Iris.part(Iris.municipality("gm0363"), "omtrek").getURI());
  }

  @Test
  void elsewhere_there_is_no_document_of_ours() {
    assertTrue(Iris.document(NodeFactory.createURI("https://example.org/id/x")).isEmpty());
    assertTrue(Iris.document(NodeFactory.createURI(Iris.BASE + "def#Standard")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Zaken API,zaken-api",
    "Fryslân,fryslan",
    "  --A  b--,a-b",
    "Bedrijfsproces (cluster),bedrijfsproces-cluster",
    "CBS / Ministerie van BZK,cbs-ministerie-van-bzk"
  })
  void a_slug_keeps_letters_and_digits_only(String name, String slug) {
    assertEquals(slug, Iris.slugOf(name));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5.1,1.5.1",
    "LO GBA 3.10,lo-gba-3.10",
    "1.0 / 1.1,1.0-1.1",
    "(IMSIKB0102),imsikb0102",
    "1.2 (BGT),1.2-bgt"
  })
  void a_version_label_keeps_its_dots(String label, String slug) {
    assertEquals(slug, Iris.labelSlug(label));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Zaken", "a/b", "a b", "../x", "a--b", "é"})
  void what_is_no_slug_makes_no_iri(String slug) {
    assertThrows(IllegalArgumentException.class, () -> Iris.standard(slug));
    assertThrows(IllegalArgumentException.class, () -> Iris.component(slug));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0363", "gm363", "gm03630", "amsterdam", "gm0363/x"})
  void what_is_no_municipality_code_makes_no_iri(String code) {
    assertThrows(IllegalArgumentException.class, () -> Iris.municipality(code));
    assertThrows(IllegalArgumentException.class, () -> Iris.declaration(code, "zaken-api"));
  }

  @Test
  void a_label_without_a_letter_or_digit_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Iris.version("zaken-api", "???"));
    assertThrows(IllegalArgumentException.class, () -> Iris.version("zaken-api", ".."));
  }
}
