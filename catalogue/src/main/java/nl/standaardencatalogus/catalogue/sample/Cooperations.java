package nl.standaardencatalogus.catalogue.sample;

import static nl.standaardencatalogus.catalogue.sample.Facts.BY_IRI;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.sample.Country.Membership;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;

/** The cooperations that run the ICT of their members: one at most for each municipality. */
final class Cooperations {
  // These keep archives or maps, or do ICT beside something else: they do not run a member's ICT.
  private static final Set<String> OTHER_WORK =
      Set.of("other-ict-policy-area", "geo-data", "regional-with-ict-task");

  private final Facts facts;
  private final Map<Node, Membership> memberships = new HashMap<>();

  Cooperations(Facts facts) {
    this.facts = facts;
    facts
        .ofType(SC.COOPERATION_CLASS)
        .filter(this::runsIct)
        .sorted(
            Comparator.comparing((Node each) -> !kinds(each).contains("ict")).thenComparing(BY_IRI))
        .forEach(this::read);
  }

  Optional<Membership> of(Node municipality) {
    return Optional.ofNullable(memberships.get(municipality));
  }

  private boolean runsIct(Node cooperation) {
    return facts.graph(cooperation).contains(cooperation, SC.ICT_EVIDENCE, Node.ANY)
        && kinds(cooperation).stream().noneMatch(OTHER_WORK::contains);
  }

  private List<String> kinds(Node cooperation) {
    return facts.concepts(cooperation, SC.COOPERATION_KIND);
  }

  private void read(Node cooperation) {
    for (Node body : facts.links(cooperation, SC.CARRIED_OUT_BY)) {
      String name = facts.text(cooperation, SKOS.prefLabel.asNode());
      LocalDate start = facts.day(cooperation, SC.VALID_FROM).orElse(SampleHistory.FIRST_DAY);
      for (Node membership : facts.links(cooperation, SC.MEMBERSHIP)) {
        if (facts.day(membership, SC.VALID_UNTIL).isEmpty()) {
          LocalDate from = facts.day(membership, SC.VALID_FROM).orElse(start);
          facts
              .links(membership, ORG.member.asNode())
              .forEach(member -> memberships.putIfAbsent(member, new Membership(body, name, from)));
        }
      }
    }
  }
}
