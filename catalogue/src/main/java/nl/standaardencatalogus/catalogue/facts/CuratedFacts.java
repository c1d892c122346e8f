package nl.standaardencatalogus.catalogue.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.riot.Lang;

/** The records that come with the catalogue, from the Turtle of {@code catalogue/data}. */
public final class CuratedFacts {
  private static final String FOLDER = "/nl/standaardencatalogus/catalogue/data/";

  private CuratedFacts() {}

  /** Every curated record, whole: a record may be spread over several files. */
  public static List<Change> changes() {
    RecordGraphs records = new RecordGraphs();
    for (String file : files()) {
      new RecordParser(file, Lang.TURTLE, Map.of())
          .read(bytes(file))
          .forEach(triple -> records.add(file, triple));
    }
    return records.changes();
  }

  /** The data files: a jar cannot be listed, so they stand in an index. */
  static List<String> files() {
    return new String(bytes("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static byte[] bytes(String file) {
    try (InputStream in = CuratedFacts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " of the curated facts is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of the curated facts cannot be read", e);
    }
  }
}
