package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.vocabulary.DCTerms;

/** Real catalogues in a folder, for tests. */
final class Catalogues {
  static final Rules RULES = Rules.load();

  private Catalogues() {}

  static Catalogue open(Path folder) {
    return open(folder, Rhythm.usual());
  }

  static Catalogue open(Path folder, Rhythm rhythm) {
    return Catalogue.open(folder, RULES, Progress.silent(), rhythm);
  }

  /** Commits what must be taken. */
  static Commit commit(Catalogue catalogue, Change... changes) {
    Outcome outcome = catalogue.commit(Goals.propose(changes));
    return assertInstanceOf(Outcome.Recorded.class, outcome).commit();
  }

  /** The title of a goal; empty when there is no such goal. */
  static String title(Snapshot snapshot, String slug) {
    return snapshot
        .record(Goals.goal(slug))
        .find(Goals.goal(slug), DCTerms.title.asNode(), null)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .findFirst()
        .orElse("");
  }

  /** The files of the log of a data folder, with their bytes as text of one sign each. */
  static Map<String, String> logOf(Path folder) {
    Map<String, String> log = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      for (Path file : files.toList()) {
        log.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return log;
  }

  /** Where everything is in the log of a catalogue. */
  static RevisionIndex index(Catalogue catalogue) {
    RevisionIndex index = new RevisionIndex();
    for (long number = 1; number <= catalogue.snapshot().sequence(); number++) {
      index.add(catalogue.commit(number).orElseThrow());
    }
    return index;
  }
}
