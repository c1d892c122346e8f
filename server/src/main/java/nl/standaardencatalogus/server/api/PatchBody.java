package nl.standaardencatalogus.server.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A body that says which triples come in and which go (RDF Patch), as changes of the records that
 * they are of. What goes has to be there, and what comes in has to be what any record may say; a
 * record that nothing is left of ends. For one thread.
 *
 * @see <a href="https://afs.github.io/rdf-patch/">RDF Patch</a>
 */
final class PatchBody extends RDFChangesBase {
  static final String TYPE = "application/rdf-patch";

  private final Snapshot state;
  private final Map<Node, Graph> records = new LinkedHashMap<>();
  private final Graph added = GraphFactory.createDefaultGraph();

  private PatchBody(Snapshot state) {
    this.state = state;
  }

  /** The changes that it makes of a state; throws {@link ProblemException} when it makes none. */
  static List<Change> changes(byte[] body, Snapshot state) {
    PatchBody patch = new PatchBody(state);
    try {
      RDFPatchOps.read(
              new ByteArrayInputStream(body), ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .apply(patch);
    } catch (RiotException e) {
      throw new ProblemException(400, "The patch cannot be read: " + e.getMessage());
    }
    if (patch.records.isEmpty()) {
      throw new ProblemException(400, "The patch adds nothing and takes nothing out.");
    }
    patch.requireAcceptable();
    return patch.records.entrySet().stream()
        .map(
            each ->
                each.getValue().isEmpty()
                    ? Change.delete(each.getKey())
                    : Change.put(each.getKey(), each.getValue()))
        .toList();
  }

  /** What comes in is read once more, as any body is, with all that is asked of one. */
  private void requireAcceptable() {
    if (added.isEmpty()) {
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    RDFDataMgr.write(lines, added, Lang.NTRIPLES);
    RecordFiles.read("what the patch adds", Lang.NTRIPLES, lines.toByteArray(), Map.of());
  }

  private Graph record(Node graph, Node subject) {
    if (graph != null && !graph.equals(Quad.defaultGraphNodeGenerated)) {
      throw new ProblemException(422, "A record is in no named graph; leave out " + graph + ".");
    }
    if (!Iris.canBeRecord(subject) && !Iris.canBePart(subject)) {
      throw new ProblemException(
          422, subject + " is no record of the catalogue and no part of one.");
    }
    return records.computeIfAbsent(
        Iris.recordOf(subject),
        record -> {
          Graph now = GraphFactory.createDefaultGraph();
          state.record(record).find().forEach(now::add);
          return now;
        });
  }

  @Override
  public void add(Node graph, Node subject, Node predicate, Node object) {
    Triple triple = Triple.create(subject, predicate, object);
    record(graph, subject).add(triple);
    added.add(triple);
  }

  @Override
  public void delete(Node graph, Node subject, Node predicate, Node object) {
    Triple triple = Triple.create(subject, predicate, object);
    Graph record = record(graph, subject);
    if (!record.contains(triple)) {
      throw new ProblemException(
          422,
          "The patch takes out what is not there: " + triple + ". Get the record, and begin anew.");
    }
    record.delete(triple);
    added.delete(triple);
  }

  @Override
  public void txnAbort() {
    throw new ProblemException(400, "The patch takes back what it does (TA); leave that out.");
  }
}
