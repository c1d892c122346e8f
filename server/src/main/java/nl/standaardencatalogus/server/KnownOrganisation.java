package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Glance;
import nl.standaardencatalogus.catalogue.log.LogException;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * An organisation as the catalogue in a data folder knows it, also while a server has that folder.
 *
 * <p>Who makes declarations of its own is a municipality. A cooperation need not be of that class:
 * a mandate is given to any organisation, and a municipality may carry a cooperation out.
 */
final class KnownOrganisation {
  private static final Set<Node> ORGANISATIONS =
      Set.of(
          SC.ORGANISATION_CLASS,
          SC.PARTNER_CLASS,
          SC.MUNICIPALITY_CLASS,
          SC.FORMER_MUNICIPALITY_CLASS,
          SC.PROVINCE_CLASS,
          SC.COOPERATION_CLASS);

  private final Path data;
  private final Console console;

  /** The organisations of the catalogue in a data folder. */
  KnownOrganisation(Path data, Console console) {
    this.data = data;
    this.console = console;
  }

  /**
   * Refuses what the catalogue does not know as an organisation that can have these roles; where
   * there is no catalogue yet, a line says that nobody looked.
   */
  void require(Node organisation, Set<Role> roles) {
    try {
      Glance log = new Glance(data.resolve("log"));
      Graph known =
          log.newest(organisation)
              .map(Revision::content)
              .map(CanonicalGraph::read)
              .orElse(Graph.emptyGraph);
      if (known.isEmpty() && (log.isEmpty() || FirstFill.isUnderWay(data))) {
        warn(data + " has not been filled yet", organisation);
      } else {
        require(organisation, known, roles);
      }
    } catch (LogException e) {
      warn(e.getMessage(), organisation);
    }
  }

  private void warn(String reason, Node organisation) {
    console
        .err()
        .println(reason + "; whether " + organisation + " is in the catalogue was not checked.");
  }

  private void require(Node organisation, Graph known, Set<Role> roles) {
    String what = organisation + " is no %s in the catalogue of " + data + "; give the IRI of %s.";
    String municipality = "a municipality that is, such as " + Iris.municipality("gm0363");
    if (ORGANISATIONS.stream().noneMatch(kind -> is(known, organisation, kind))) {
      throw new BadInput(
          what.formatted("organisation", municipality + ", or of another organisation"));
    }
    if (roles.contains(Role.MUNICIPALITY) && !is(known, organisation, SC.MUNICIPALITY_CLASS)) {
      throw new BadInput(what.formatted("municipality", municipality + ", or another --role"));
    }
  }

  private static boolean is(Graph known, Node organisation, Node kind) {
    return known.contains(organisation, RDF.type.asNode(), kind);
  }
}
