package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;

/** The two tables of cooperations: the regulations with their bodies, and the members. */
final class Cooperations {
  private static final Pattern ENDED = Pattern.compile("ended ([0-9]{4}-[0-9]{2}-[0-9]{2})");

  private final TurtleFile file =
      new TurtleFile("cooperations.ttl", "Cooperations of municipalities.");
  private final TurtleFile bodies =
      new TurtleFile(
          "cooperation-bodies.ttl",
          "The organisations that carry cooperations out, hosts left out.");
  private final TurtleFile municipalities;
  private final Unplaced unplaced;
  private final Set<Node> dated = new HashSet<>();

  Cooperations(TurtleFile municipalities, Unplaced unplaced) {
    this.municipalities = municipalities;
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  TurtleFile bodies() {
    return bodies;
  }

  void read(Table cooperations, Table members) {
    cooperations.each(this::read);
    members.each(this::member);
    cooperations.each(this::undatedMembers);
  }

  private void read(Line line) {
    Description cooperation = file.record(Iris.cooperation(line.text("coop_id")));
    cooperation
        .a(SC.COOPERATION_CLASS)
        .text(SKOS.prefLabel.asNode(), line.text("regulation_name"))
        .text(DCTerms.identifier.asNode(), line.text("coop_id"))
        .add(SC.CARRIED_OUT_BY, body(line))
        .concept(SC.COOPERATION_KIND, CodeLists.SAMENWERKINGSSOORT, line.text("kind"))
        .text(SC.LEGAL_FORM, line.text("legal_form"));
    line.values("powers")
        .forEach(power -> cooperation.concept(SC.POWERS, CodeLists.BEVOEGDHEID, power));
    line.values("ict_evidence").forEach(where -> cooperation.text(SC.ICT_EVIDENCE, where));
    cooperation
        .moment(SC.VALID_FROM, line.text("in_force_since"))
        .moment(SC.VALID_UNTIL, end(line))
        .text(SC.COOPERATION_STATUS, line.text("status"));
    line.values("other_members").forEach(name -> cooperation.text(SC.OTHER_MEMBERS, name));
    cooperation.english(SC.NOTE, line.text("remark"));
    Evidence evidence = Evidence.sure(line.text("source"));
    (line.value("remark").isPresent() ? evidence.atMost("middel") : evidence).on(cooperation);
  }

  private static String end(Line line) {
    Matcher ended = ENDED.matcher(line.text("remark"));
    return line.text("status").equals("ended") && ended.find() ? ended.group(1) : "";
  }

  /** The body with its own record, or the municipality that is the host. */
  private Node body(Line line) {
    Optional<Node> tooi = line.value("organisation_tooi_uri").map(NodeFactory::createURI);
    if (tooi.filter(municipalities::describes).isPresent()) {
      return host(line, tooi.get());
    }
    String name = line.text("organisation_name");
    Node organisation = tooi.orElseGet(() -> Iris.organisation(Iris.slugOf(name)));
    Description body = bodies.record(organisation);
    body.a(SC.ORGANISATION_CLASS, ORG.Organization.asNode())
        .text(SKOS.prefLabel.asNode(), name)
        .text(SC.OIN, line.text("organisation_oin"))
        .text(SC.SOURCE_TEXT, line.text("source"));
    return organisation;
  }

  private Node host(Line line, Node municipality) {
    line.value("organisation_oin")
        .map(NodeFactory::createLiteralString)
        .filter(oin -> !known(municipality, oin))
        .ifPresent(oin -> unplaced.report(line, "the host has another OIN than organisation_oin"));
    return municipality;
  }

  private boolean known(Node municipality, Node oin) {
    return municipalities
        .record(municipality)
        .properties()
        .getOrDefault(SC.OIN, Set.of())
        .contains(oin);
  }

  private void member(Line line) {
    Node iri = Iris.cooperation(line.text("coop_id"));
    String code = line.text("member_cbs_code");
    if (!file.describes(iri)) {
      unplaced.report(line, "there is no cooperation " + line.text("coop_id"));
    } else if (code.isEmpty()) {
      unplaced.report(
          line,
          line.text("member_name")
              + " is no municipality: it is named in otherMembers, without its accession on "
              + line.text("member_since"));
    } else {
      dated.add(iri);
      membership(line, file.record(iri), code)
          .ifPresent(
              membership ->
                  membership
                      .moment(SC.VALID_FROM, line.text("member_since"))
                      .moment(SC.VALID_UNTIL, line.text("member_until")));
    }
  }

  /** The members of a cooperation of which nobody says since when they take part. */
  private void undatedMembers(Line line) {
    Description cooperation = file.record(Iris.cooperation(line.text("coop_id")));
    for (String code : line.values("members_gm")) {
      if (!dated.contains(cooperation.subject())) {
        membership(line, cooperation, code);
      } else if (!isMember(cooperation, code)) {
        unplaced.report(line, code + " is a member here and not in cooperation_members.csv");
      }
    }
  }

  private static boolean isMember(Description cooperation, String code) {
    return cooperation
        .properties()
        .getOrDefault(SC.MEMBERSHIP, Set.of())
        .contains(Iris.part(cooperation.subject(), fragment(code)));
  }

  private Optional<Description> membership(Line line, Description cooperation, String code) {
    Node municipality = Iris.municipality(code);
    if (!municipalities.describes(municipality)) {
      unplaced.report(line, "the member " + code + " is no living municipality");
      return Optional.empty();
    }
    return Optional.of(
        cooperation
            .part(SC.MEMBERSHIP, fragment(code))
            .a(ORG.Membership.asNode())
            .add(ORG.member.asNode(), municipality));
  }

  private static String fragment(String code) {
    return "lid-" + Iris.slugOf(code);
  }
}
