package nl.standaardencatalogus.server.gemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseReaderTest {
  @TempDir private Path folder;

  private static MadeUp made() {
    return new MadeUp("2026-12-31")
        .element("c", "ApplicationComponent", "Component", "GEMMA type", "Referentiecomponent")
        .element("s", "Constraint", "Standaard", "GEMMA type", "Standaard")
        .relation("Realization", "c", "s", "Verplicht");
  }

  private Release read(String xml) throws IOException, ReleaseException {
    return ReleaseReader.read(Files.writeString(folder.resolve("model.xml"), xml));
  }

  private String refusal(String xml) {
    return assertThrows(ReleaseException.class, () -> read(xml)).getMessage();
  }

  private static int line(String xml, String text) {
    return 1 + (int) xml.substring(0, xml.indexOf(text)).chars().filter(it -> it == '\n').count();
  }

  @Test
  void elements_and_relations_have_what_the_file_says() throws Exception {
    Release release = read(made().xml());
    assertEquals("Verzonnen model", release.name());
    assertEquals("2026-12-31", release.date());
    Release.Element element = release.elements().get("id-c");
    assertEquals("ApplicationComponent", element.type());
    assertEquals("Component", element.name());
    assertEquals("c", element.objectId());
    assertEquals("Referentiecomponent", element.property("GEMMA type"));
    Release.Relation relation = release.relations().get(0);
    assertEquals("Realization", relation.type());
    assertEquals("id-c", relation.from());
    assertEquals("id-s", relation.to());
    assertEquals("Verplicht", relation.name());
  }

  @Test
  void a_property_that_is_defined_is_spoken_of_and_no_other() throws Exception {
    Release release = read(made().xml());
    assertTrue(release.speaksOf("Status"));
    assertTrue(!release.speaksOf("BBN"));
    assertNull(release.elements().get("id-c").property("Status"));
  }

  @Test
  void the_hash_is_that_of_the_file() throws Exception {
    String xml = made().xml() + "\n\n";
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(xml.getBytes(StandardCharsets.UTF_8));
    assertEquals(HexFormat.of().formatHex(hash), read(xml).hash());
  }

  @Test
  void of_names_in_several_languages_the_dutch_one_counts() throws Exception {
    String xml =
        made()
            .xml()
            .replace(
                "<name xml:lang=\"nl\">Component<",
                "<name xml:lang=\"en\">Element</name><name xml:lang=\"nl-NL\">Onderdeel<");
    assertEquals("Onderdeel", read(xml).elements().get("id-c").name());
  }

  @Test
  void what_a_view_says_is_not_said_of_the_model() throws Exception {
    String views =
        "<views><diagrams><view identifier=\"id-v\" xsi:type=\"Diagram\"><name>Plaat</name><properties>"
            + "<property propertyDefinitionRef=\"propid-4\"><value>2020-01-01</value></property>"
            + "</properties></view></diagrams></views></model>";
    Release release = read(made().xml().replace("</model>", views));
    assertEquals("Verzonnen model", release.name());
    assertNull(release.properties().get("Status"));
  }

  @Test
  void a_broken_file_is_refused_with_its_line() {
    String xml = made().xml().replace("</relationships>", "</relations>");
    String refusal = refusal(xml);
    assertTrue(refusal.startsWith("line " + line(xml, "</relations>") + ": "), refusal);
    assertTrue(refusal.contains("no well-formed XML"), refusal);
  }

  @Test
  void a_file_that_stops_halfway_is_refused() {
    String xml = made().xml();
    assertTrue(refusal(xml.substring(0, xml.length() / 2)).contains("no well-formed XML"));
    assertTrue(refusal("").contains("no well-formed XML"));
  }

  @Test
  void bytes_that_are_no_text_are_refused() throws IOException {
    byte[] bytes = made().xml().getBytes(StandardCharsets.ISO_8859_1);
    bytes[made().xml().indexOf("Component<")] = (byte) 0xE9;
    Path file = Files.write(folder.resolve("latin.xml"), bytes);
    assertThrows(ReleaseException.class, () -> ReleaseReader.read(file));
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThrows(ReleaseException.class, () -> ReleaseReader.read(folder.resolve("nope.xml")));
  }

  @Test
  void a_document_type_is_refused_and_nothing_that_it_names_is_read() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "geheim");
    String type = "<!DOCTYPE model [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<model ";
    String xml = made().xml().replace("<model ", type).replace(">Component<", ">&x;<");
    String refusal = refusal(xml);
    assertTrue(refusal.contains("DTD"), refusal);
    assertTrue(refusal.startsWith("line 2"), refusal);
  }

  @Test
  void an_archi_model_is_refused_and_told_how_to_become_an_exchange_file() {
    String refusal =
        refusal("<archimate:model xmlns:archimate=\"http://www.archimatetool.com/archimate\"/>");
    assertTrue(refusal.contains("Open Exchange"), refusal);
  }

  @Test
  void a_relation_to_nowhere_is_refused_with_its_line() {
    String xml = made().xml().replace("target=\"id-s\"", "target=\"id-weg\"");
    String refusal = refusal(xml);
    assertTrue(refusal.startsWith("line " + line(xml, "target=\"id-weg\"")), refusal);
    assertTrue(refusal.contains("id-weg"), refusal);
  }

  @Test
  void a_relation_may_lead_to_a_relation() throws Exception {
    MadeUp made = made().relation("Association", "s", "Realization-c-s", "");
    assertEquals(2, read(made.xml()).relations().size());
  }

  @Test
  void two_elements_with_one_object_id_are_refused() {
    String xml = made().xml().replace(">s</value>", ">c</value>");
    assertTrue(refusal(xml).contains("the Object ID c is also of id-c"), refusal(xml));
  }

  @Test
  void an_identifier_that_stands_there_twice_is_refused() {
    String xml = made().xml().replace("identifier=\"id-s\"", "identifier=\"id-c\"");
    assertTrue(refusal(xml).contains("id-c stands there twice"), refusal(xml));
  }

  @Test
  void a_property_that_is_defined_nowhere_is_refused() {
    String xml =
        made()
            .xml()
            .replace("propertyDefinitionRef=\"propid-2\"", "propertyDefinitionRef=\"propid-99\"");
    assertTrue(refusal(xml).contains("propid-99 is defined nowhere"), refusal(xml));
  }

  @Test
  void what_stands_too_deep_is_refused() {
    String xml =
        made()
            .xml()
            .replace("</model>", "<views>".repeat(200) + "</views>".repeat(200) + "</model>");
    assertTrue(refusal(xml).contains("100 deep"), refusal(xml));
  }
}
