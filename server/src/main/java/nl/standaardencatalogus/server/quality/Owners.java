package nl.standaardencatalogus.server.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Who can mend what a rule finds: of a declaration the municipality, of a standard and its versions
 * the maintainer, of a decision the body. Of everything else, and of what has no maintainer, those
 * who keep the catalogue.
 */
final class Owners {
  private static final String VERSION = "/versie/";

  private final View view;

  /** By what was found at: many findings are about one thing. */
  private final Map<Node, Optional<Node>> known = new HashMap<>();

  Owners(View view) {
    this.view = view;
  }

  /** Who can mend a finding; empty for those who keep the catalogue. */
  Optional<Node> of(Finding finding) {
    return known.computeIfAbsent(finding.focus(), this::of);
  }

  private Optional<Node> of(Node focus) {
    if (!focus.isURI()) {
      return Optional.empty();
    }
    Node record = Iris.recordOf(focus);
    ThingKind kind = Iris.kindOf(record).orElse(null);
    if (kind == null) {
      return Optional.empty();
    }
    return switch (kind) {
      case DECLARATION, MANDATE -> Iris.municipalityOf(record);
      case STANDARD -> maintainer(record);
      case VERSION -> maintainer(standard(record));
      case DECISION -> object(record, SC.DECISION_BODY);
      default -> Optional.empty();
    };
  }

  private static Node standard(Node version) {
    String iri = version.getURI();
    return NodeFactory.createURI(iri.substring(0, iri.indexOf(VERSION)));
  }

  private Optional<Node> maintainer(Node standard) {
    return Optional.ofNullable(view.overview().byStandard().get(standard))
        .map(StandardSummary::maintainers)
        .flatMap(maintainers -> maintainers.stream().findFirst());
  }

  private Optional<Node> object(Node record, Node property) {
    return view.snapshot()
        .graph()
        .find(record, property, Node.ANY)
        .mapWith(Triple::getObject)
        .nextOptional();
  }
}
