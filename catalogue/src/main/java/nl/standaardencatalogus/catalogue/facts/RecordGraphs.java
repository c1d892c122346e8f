package nl.standaardencatalogus.catalogue.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** Triples, sorted into the records that their subjects belong to. */
final class RecordGraphs {
  private final Map<String, Graph> graphs = new TreeMap<>();
  private final Map<String, Node> records = new TreeMap<>();

  void add(Triple triple) {
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
