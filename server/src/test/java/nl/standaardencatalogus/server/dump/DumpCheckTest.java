package nl.standaardencatalogus.server.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.dump.Fault.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not as it was released is found, and named. */
class DumpCheckTest {
  private static final String DAY = "2026-03-04";
  private static final String EARLIER = "2026-03-02";

  @TempDir static Path made;
  @TempDir Path folder;
  private Path release;
  private Path earlier;

  @BeforeAll
  static void make() throws IOException {
    try (Days days = new Days(made)) {
      days.record(EARLIER, "10:00", Days.goal("een", 1));
      days.make("2026-03-03");
      days.record(
          DAY, "10:00", Days.goal("twee", 2), Days.standard("iets", "Iets"), Days.goal("z", 3));
      days.make("2026-03-05");
    }
  }

  @BeforeEach
  void fetch() throws IOException {
    release = Files.createDirectory(folder.resolve(DAY));
    earlier = Files.createDirectory(folder.resolve(EARLIER));
    for (Path copy : List.of(release, earlier)) {
      try (Stream<Path> files = Files.list(made.resolve("releases").resolve(copy.getFileName()))) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
  }

  private static Path file(Path release, String end) {
    return release.resolve("standaardencatalogus-" + release.getFileName() + "." + end);
  }

  static List<Fault> faults(Path release, String end) {
    return DumpCheck.of(file(release, end), null).faults();
  }

  private static List<Rule> rules(Path release, String end) {
    return faults(release, end).stream().map(Fault::rule).toList();
  }

  private static Packing packing(Path file) {
    return Stream.of(Packing.values())
        .filter(packing -> file.toString().endsWith(packing.suffix()))
        .findFirst()
        .orElseThrow();
  }

  /** Unpacks a file, puts one text in the place of another and packs it again. */
  private static void change(Path file, String from, String to) throws IOException {
    String text;
    try (InputStream in = packing(file).unpack(Files.newInputStream(file))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertTrue(text.contains(from), text);
    try (OutputStream out = packing(file).pack(Files.newOutputStream(file))) {
      out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq.gz", "nq.zst", "ttl.gz", "ttl.zst"})
  void what_was_released_holds(String end) {
    DumpCheck.Result result = DumpCheck.of(file(release, end), null);
    assertEquals(List.of(), result.faults());
    assertEquals(DAY, result.release());
    assertTrue(result.triples() > 20, () -> "" + result.triples());
    assertTrue(result.remarks().get(0).contains("beside"), result.remarks()::toString);
    assertTrue(result.remarks().get(1).contains(EARLIER), result.remarks()::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq.gz", "nq.zst", "ttl.gz", "ttl.zst"})
  void one_changed_literal_names_its_graph(String end) throws IOException {
    change(file(release, end), "\"iets-1\"", "\"iets-2\"");
    List<Fault> faults = faults(release, end);
    assertEquals(
        List.of(Rule.CHECKSUM, Rule.GRAPH, Rule.CANONICAL),
        faults.stream().map(Fault::rule).toList());
    Fault graph = faults.get(1);
    assertEquals(Iris.standard("iets").getURI(), graph.graph());
    assertTrue(graph.text().contains(DAY) && graph.text().contains("iets"), graph::text);
    assertTrue(graph.text().contains("Repair: "), graph::text);
  }

  @Test
  void a_graph_that_is_missing_or_new_is_named() throws IOException {
    change(file(release, "ttl.gz"), Iris.goal("z").getURI(), Iris.goal("y").getURI());
    List<String> graphs =
        faults(release, "ttl.gz").stream()
            .filter(fault -> fault.rule() == Rule.GRAPH)
            .map(Fault::graph)
            .toList();
    assertEquals(List.of(Iris.goal("y").getURI(), Iris.goal("z").getURI()), graphs);
  }

  @Test
  void lines_in_another_order_are_told_by_their_number() throws IOException {
    change(file(release, "nq.gz"), "<https://w3id.org/standaardencatalogus/id/doel/twee> <", "<a");
    assertTrue(rules(release, "nq.gz").contains(Rule.ORDER));
  }

  @Test
  void a_file_that_breaks_off_is_refused() throws IOException {
    Path file = file(release, "nq.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertTrue(rules(release, "nq.gz").contains(Rule.SYNTAX));
  }

  @Test
  void a_file_that_was_packed_anew_says_the_same_but_is_another_file() throws IOException {
    Path file = file(release, "nq.gz");
    byte[] content;
    try (InputStream in = Packing.GZIP.unpack(Files.newInputStream(file))) {
      content = in.readAllBytes();
    }
    Path plain = release.resolve("standaardencatalogus-" + DAY + ".nq");
    Files.write(plain, content);
    assertEquals(List.of(), DumpCheck.of(plain, null).faults());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    assertEquals(List.of(Rule.CHECKSUM), rules(release, "nq.gz"));
  }

  @Test
  void a_forged_list_is_not_signed() throws IOException {
    Path sums = release.resolve("SHA256SUMS");
    change(file(release, "nq.gz"), "\"iets-1\"", "\"iets-2\"");
    String forged =
        Files.readString(sums)
            .replaceAll(
                "[0-9a-f]{64}(  standaardencatalogus-" + DAY + ".nq.gz)",
                Sha256.of(file(release, "nq.gz")) + "$1");
    Files.writeString(sums, forged);
    assertEquals(List.of(Rule.SIGNATURE, Rule.GRAPH, Rule.CANONICAL), rules(release, "nq.gz"));
  }

  @Test
  void a_signature_of_another_key_does_not_count() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path key = other.resolve("public.pem");
    Files.writeString(key, SigningKey.in(other).publicPem());
    List<Fault> faults = DumpCheck.of(file(release, "nq.gz"), key).faults();
    assertEquals(List.of(Rule.SIGNATURE), faults.stream().map(Fault::rule).toList());
    Files.write(release.resolve("SHA256SUMS.sig"), new byte[] {1, 2, 3});
    assertEquals(List.of(Rule.SIGNATURE), rules(release, "nq.gz"));
  }

  @Test
  void an_earlier_release_may_have_been_signed_with_an_earlier_key() throws IOException {
    Files.write(earlier.resolve("SHA256SUMS.sig"), new byte[] {1, 2, 3});
    assertEquals(List.of(), rules(release, "nq.gz"));
    assertEquals(List.of(Rule.SIGNATURE), rules(earlier, "nq.gz"));
  }

  @Test
  void a_broken_chain_names_the_earlier_release() throws IOException {
    Path sums = earlier.resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums).replace("0", "1"));
    List<Fault> faults = faults(release, "nq.gz");
    assertEquals(List.of(Rule.CHAIN), faults.stream().map(Fault::rule).toList());
    assertEquals(EARLIER, faults.get(0).release());
  }

  @Test
  void an_old_release_is_checked_as_well_as_a_new_one() throws IOException {
    change(file(earlier, "nq.zst"), "Doel 1", "Doel 7");
    Fault graph =
        faults(earlier, "nq.zst").stream()
            .filter(fault -> fault.rule() == Rule.GRAPH)
            .findFirst()
            .orElseThrow();
    assertEquals(EARLIER, graph.release());
    assertEquals(Iris.goal("een").getURI(), graph.graph());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SHA256SUMS", "SHA256SUMS.sig", "graphs.sha256", "release.ttl", "key.pem"})
  void what_is_missing_is_named(String name) throws IOException {
    Files.delete(release.resolve(name));
    DumpCheck.Unreadable refused =
        assertThrows(DumpCheck.Unreadable.class, () -> faults(release, "nq.gz"));
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
  }

  @Test
  void a_description_that_was_changed_is_found() throws IOException {
    Path description = release.resolve("release.ttl");
    Files.writeString(description, Files.readString(description).replace("stand van", "stand Van"));
    assertEquals(List.of(Rule.CHECKSUM), rules(release, "nq.gz"));
  }
}
