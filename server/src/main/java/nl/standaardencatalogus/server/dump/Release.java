package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;

/**
 * The records as they stood at the end of a day, in files that never change.
 *
 * @param day that day
 * @param said what the release says of itself
 * @param sums the hash of its SHA256SUMS, which the next release names: each hash in there is
 *     covered by it
 * @param files by name, in the order in which they are told
 * @param visible since when it has been there for readers
 */
public record Release(
    LocalDate day, Said said, String sums, Map<String, Part> files, Instant visible) {

  /**
   * What a description says.
   *
   * @param sequence the last commit in it
   * @param recorded when that was recorded
   * @param canonical SHA-256 of the canonical N-Quads
   * @param previous the release before it; absent on the first
   * @param madeUp whether there are made-up declarations in it
   * @param graph all of it, in RDF; not to be changed
   */
  public record Said(
      long sequence,
      Instant recorded,
      long triples,
      long records,
      String canonical,
      Optional<Previous> previous,
      boolean madeUp,
      Graph graph) {}

  /** The release before another one, and the hash of its SHA256SUMS. */
  public record Previous(LocalDate day, String sums) {}

  /** A file of a release. */
  public record Part(String name, Path path, long bytes, String sha256) {}

  /**
   * Reads a release from its folder. Its hashes are taken from SHA256SUMS; whether the files of
   * data have them is for {@link DumpCheck}, here they must be as long as they were.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when something is missing or is not what it should be
   */
  static Release read(Path folder, LocalDate day) throws IOException {
    Path list = folder.resolve(ReleaseFiles.SUMS);
    Map<String, String> known = new LinkedHashMap<>(Sums.read(Files.readString(list)));
    String sums = Sha256.of(list);
    known.put(ReleaseFiles.SUMS, sums);
    Path signature = folder.resolve(ReleaseFiles.SIGNATURE);
    known.put(ReleaseFiles.SIGNATURE, Sha256.of(signature));
    known.remove(ReleaseFiles.canonical(day));
    Map<String, Part> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : known.entrySet()) {
      Path path = folder.resolve(each.getKey());
      files.put(each.getKey(), new Part(each.getKey(), path, Files.size(path), each.getValue()));
    }
    Path description = folder.resolve(ReleaseFiles.DESCRIPTION);
    byte[] text = Files.readAllBytes(description);
    if (!Sha256.of(text).equals(known.get(ReleaseFiles.DESCRIPTION))) {
      throw new IllegalArgumentException(description + " is not as it was signed");
    }
    Said said = ReleaseDescription.read(new String(text, StandardCharsets.UTF_8), day);
    requireWhole(said.graph(), files);
    Instant visible = Files.getLastModifiedTime(folder).toInstant();
    return new Release(day, said, sums, files, visible);
  }

  /** A file that was cut off would else be handed out under the hash of the whole one. */
  private static void requireWhole(Graph said, Map<String, Part> files) throws IOException {
    for (Triple size : said.find(Node.ANY, DCAT.byteSize.asNode(), Node.ANY).toList()) {
      Node address =
          said.find(size.getSubject(), DCAT.downloadURL.asNode(), Node.ANY).next().getObject();
      Part part = files.get(Iris.lastSegment(address));
      String bytes = size.getObject().getLiteralLexicalForm();
      if (part == null || !bytes.equals(Long.toString(part.bytes()))) {
        throw new IllegalArgumentException(address + " has not the " + bytes + " bytes it had");
      }
    }
    for (String name : List.of(ReleaseFiles.GRAPHS, ReleaseFiles.KEY)) {
      if (!Sha256.of(files.get(name).path()).equals(files.get(name).sha256())) {
        throw new IllegalArgumentException(files.get(name).path() + " is not as it was signed");
      }
    }
  }

  /** The files that hold data. */
  public List<Part> data() {
    return files.values().stream().filter(part -> part.name().contains(day.toString())).toList();
  }

  /** What the next release says of this one. */
  Previous asPrevious() {
    return new Previous(day, sums);
  }
}
