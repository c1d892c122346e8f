package nl.standaardencatalogus.catalogue.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The triples of several files, sorted into the records that their subjects belong to.
 *
 * <p>A record may be spread over files, as long as one of them alone says what it is: two that do
 * are two descriptions with one slug.
 */
final class RecordGraphs {
  private final Map<Triple, String> types = new HashMap<>();
  private final Map<String, Graph> graphs = new TreeMap<>();
  private final Map<String, Node> records = new TreeMap<>();

  void add(String file, Triple triple) {
    if (triple.getPredicate().equals(RDF.type.asNode())) {
      String other = types.putIfAbsent(triple, file);
      if (other != null && !other.equals(file)) {
        throw new RecordFileException(
            file,
            Rule.ONE_RECORD_PER_SLUG,
            "<"
                + triple.getSubject()
                + "> is described in "
                + other
                + " too; give one of the two another slug, or make them one");
      }
    }
    Node record = Iris.recordOf(triple.getSubject());
    records.putIfAbsent(record.getURI(), record);
    graphs.computeIfAbsent(record.getURI(), key -> GraphFactory.createDefaultGraph()).add(triple);
  }

  /** One change for each record, in the order of their IRIs. */
  List<Change> changes() {
    return records.values().stream()
        .map(record -> Change.put(record, graphs.get(record.getURI())))
        .toList();
  }
}
