package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;

/** rijk_partners.csv: one partner a row. */
final class Partners {
  private final TurtleFile file = new TurtleFile("partners.ttl", "Partners of the Rijk.");
  private final Organisations organisations;
  private final Unplaced unplaced;
  private final Map<String, Node> byName = new HashMap<>();

  Partners(Organisations organisations, Unplaced unplaced) {
    this.organisations = organisations;
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  void read(Table table) {
    table.each(this::name);
    table.each(this::describe);
  }

  private void name(Line line) {
    Node partner = iri(line);
    for (String column : new String[] {"short_name", "name"}) {
      byName.put(line.text(column), partner);
      organisations.register(line.text(column), partner);
    }
  }

  private void describe(Line line) {
    Description partner = file.record(iri(line));
    partner
        .a(SC.PARTNER_CLASS, SC.ORGANISATION_CLASS, ORG.Organization.asNode())
        .text(SKOS.prefLabel.asNode(), line.text("short_name"));
    for (String column : new String[] {"name", "tooi_name"}) {
      if (!line.text(column).equals(line.text("short_name"))) {
        partner.text(SKOS.altLabel.asNode(), line.text(column));
      }
    }
    partner
        .concept(SC.PARTNER_KIND, CodeLists.PARTNERSOORT, line.text("kind"))
        .text(SC.OIN, line.text("oin"))
        .text(SC.KVK, line.text("kvk"))
        .text(SC.ROO_ID, line.text("roo_id"))
        .page(FOAF.homepage.asNode(), line, "website", unplaced)
        .text(SC.ROLE_NOTE, line.text("role_note"))
        .text(SC.ROLE_BASIS, line.text("role_basis"));
    line.value("part_of").ifPresent(whole -> partOf(partner, line, whole));
    partner.text(SC.NOTE, line.text("tooi_checked").equals("yes") ? "" : line.text("tooi_checked"));
    partner.text(SC.SOURCE_TEXT, line.text("source"));
  }

  private void partOf(Description partner, Line line, String whole) {
    Node organisation = byName.get(whole);
    if (organisation == null) {
      unplaced.report(line, "part_of '" + whole + "' is no organisation here; kept as a note");
      partner.text(SC.NOTE, "Onderdeel van: " + whole);
    } else {
      partner.add(SC.PART_OF_ORGANISATION, organisation);
    }
  }

  private static Node iri(Line line) {
    return line.value("tooi_uri")
        .map(NodeFactory::createURI)
        .orElseGet(() -> Iris.organisation(Iris.slugOf(line.text("short_name"))));
  }
}
