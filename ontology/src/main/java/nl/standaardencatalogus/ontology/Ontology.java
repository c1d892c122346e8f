package nl.standaardencatalogus.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;

/** The vocabulary and the code lists of the catalogue, read from the Turtle on the classpath. */
public final class Ontology {

  /** The IRI of the ontology itself. */
  public static final String IRI = "https://w3id.org/standaardencatalogus/def";

  private Ontology() {}

  /** All terms and concepts in one graph that cannot be changed, read once. */
  public static Graph graph() {
    return Loaded.GRAPH;
  }

  /** The names of the Turtle files, in reading order. A jar cannot be listed, hence the file. */
  static List<String> files() {
    try (InputStream in = open("index.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("index.txt of the ontology cannot be read", e);
    }
  }

  static Graph read(String file) {
    Graph graph = GraphFactory.createDefaultGraph();
    readInto(graph, file);
    return graph;
  }

  private static void readInto(Graph graph, String file) {
    try (InputStream in = open(file)) {
      RDFParser.source(in).lang(Lang.TURTLE).base(IRI).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of the ontology cannot be read", e);
    } catch (RiotException e) {
      throw new IllegalStateException(
          file + " of the ontology is not Turtle: " + e.getMessage(), e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Ontology.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException(file + " of the ontology is missing from the classpath");
    }
    return in;
  }

  private static final class Loaded {
    static final Graph GRAPH = load();

    private static Graph load() {
      Graph graph = GraphFactory.createDefaultGraph();
      files().forEach(file -> readInto(graph, file));
      return new GraphReadOnly(graph);
    }
  }
}
