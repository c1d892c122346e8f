package nl.standaardencatalogus.server.mine;

import java.util.List;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** What a revision did to a declaration: read from the log, whoever asks and how. */
enum Deed {
  DECLARED("declared"),
  CHANGED("changed"),
  CONFIRMED("confirmed"),
  RESTORED("restored"),
  CORRECTED("corrected"),
  WITHDRAWN("withdrawn");

  private final String text;

  Deed(String text) {
    this.text = text;
  }

  /** The end of the keys of its texts. */
  String text() {
    return text;
  }

  static Deed of(View view, Revision revision, Commit commit) {
    if (revision.kind() == Kind.DELETE) {
      return WITHDRAWN;
    }
    if (corrects(revision, commit)) {
      return CORRECTED;
    }
    Graph said = substance(revision);
    List<Revision> before =
        view.states().moments(revision.record()).stream()
            .filter(it -> it.revision() < revision.number())
            .flatMap(it -> view.states().revision(it.revision()).stream())
            .toList();
    Revision last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean there = last != null && last.kind() != Kind.DELETE;
    if (there && substance(last).isIsomorphicWith(said)) {
      return CONFIRMED;
    }
    boolean again =
        before.stream()
            .filter(it -> it.kind() != Kind.DELETE)
            .anyMatch(it -> substance(it).isIsomorphicWith(said));
    return again ? RESTORED : there ? CHANGED : DECLARED;
  }

  /** Whether another than who declares it changed what was there. */
  static boolean corrects(Revision revision, Commit commit) {
    return revision.kind() != Kind.DELETE
        && revision.previous().isPresent()
        && !CanonicalGraph.read(revision.content())
            .contains(revision.record(), SC.DECLARED_BY, commit.onBehalfOf());
  }

  /** What a revision says of the use of the standard, without who said so when; empty for none. */
  static Graph substance(Revision revision) {
    Graph substance = GraphFactory.createDefaultGraph();
    if (revision.kind() != Kind.DELETE) {
      Node record = revision.record();
      CanonicalGraph.read(revision.content()).find().forEach(substance::add);
      substance.remove(record, SC.DECLARED_BY, Node.ANY);
      substance.remove(record, SC.LAST_CONFIRMED, Node.ANY);
      substance.remove(record, DCTerms.source.asNode(), Node.ANY);
      substance.remove(record, DCTerms.title.asNode(), Node.ANY);
      substance.remove(record, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
    }
    return substance;
  }
}
