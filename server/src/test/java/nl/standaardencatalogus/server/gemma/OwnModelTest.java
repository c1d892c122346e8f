package nl.standaardencatalogus.server.gemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's own model of all curated facts, read in again. */
@Tag("long")
class OwnModelTest {
  @TempDir private Path folder;

  private Difference difference(String xml) throws Exception {
    Release release = ReleaseReader.read(Files.writeString(folder.resolve("own.xml"), xml));
    return Comparison.of(CuratedServer.catalogue(), release, LocalDate.parse("2026-07-01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/archimate.xml", "/en/archimate.xml"})
  void it_changes_nothing(String path) throws Exception {
    Difference difference = difference(CuratedServer.get(path).body());
    assertTrue(difference.release().elements().size() > 1000);
    assertTrue(difference.release().relations().size() > 2000);
    assertEquals(List.of(), difference.changes());
    assertEquals(List.of(), difference.lines(Difference.Kind.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/archimate.xml", "/en/archimate.xml"})
  void it_changes_nothing_when_a_tool_gave_it_other_identifiers(String path) throws Exception {
    String xml = CuratedServer.get(path).body().replace("\"id-", "\"id-x");
    Difference difference = difference(xml);
    assertEquals(List.of(), difference.changes());
    assertEquals(List.of(), difference.lines(Difference.Kind.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/archimate.xml", "/en/archimate.xml"})
  void what_was_changed_in_it_is_seen(String path) throws Exception {
    String xml = CuratedServer.get(path).body();
    String name = "<name xml:lang=\"nl\">Zaakregistratiecomponent</name>";
    assertTrue(xml.contains(name));
    Difference difference = difference(xml.replace(name, name.replace("component<", "<")));
    assertEquals(
        List.of(
            "Zaakregistratiecomponent <https://w3id.org/standaardencatalogus/id/component/refcomp-zaakregistratiecomponent>"
                + ": title Zaakregistratiecomponent -> Zaakregistratie"),
        difference.lines(Difference.Kind.CHANGED).stream().map(Difference.Line::text).toList());
    assertEquals(1, difference.changes().size());
  }
}
