package nl.standaardencatalogus.catalogue.facts.tabular;

import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** standards.csv: one standard a row. */
final class Standards {
  private static final String UNNAMED = "Toets zonder naam in de bron";

  private final TurtleFile file = new TurtleFile("standards.ttl", "Standards.");
  private final Organisations organisations;
  private final Statuses statuses;
  private final Unplaced unplaced;

  Standards(Organisations organisations, Unplaced unplaced) {
    this.organisations = organisations;
    this.statuses = new Statuses(unplaced);
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  void read(Table table) {
    table.each(this::read);
  }

  private void read(Line line) {
    String slug = line.text("id");
    Node iri = Iris.standard(slug);
    if (file.describes(iri)) {
      unplaced.report(line, "the id " + slug + " stands in an earlier row");
      return;
    }
    Description standard = file.record(iri);
    standard
        .a(SC.STANDARD_CLASS, DCTerms.Standard.asNode(), Terms.DCAT_DATASET_SERIES)
        .dutch(DCTerms.title.asNode(), line.text("name"))
        .text(SKOS.altLabel.asNode(), differentName(line))
        .text(DCTerms.identifier.asNode(), slug)
        .concept(SC.KIND, CodeLists.SOORT, line.text("type"))
        .concept(DCAT.theme.asNode(), CodeLists.THEMA, line.text("theme"));
    line.values("maintainer")
        .forEach(name -> standard.add(SC.MAINTAINER, organisations.named(name)));
    line.value("publisher")
        .ifPresent(name -> standard.add(DCTerms.publisher.asNode(), organisations.named(name)));
    standard
        .concept(SC.GEMMA_LAYER, CodeLists.GEMMA_LAAG, line.text("gemma_layer"))
        .page(DCAT.landingPage.asNode(), line, "official_page_url", unplaced)
        .page(SC.SPECIFICATION, line, "spec_url", unplaced);
    Gemma.identify(standard, line);
    conformance(standard, line);
    statuses.gemma(standard, line);
    statuses.forum(standard, line);
    Evidence.of(line).on(standard);
  }

  private static String differentName(Line line) {
    String name = line.text("alt_name");
    return name.equals(line.text("name")) ? "" : name;
  }

  private void conformance(Description standard, Line line) {
    if (line.value("compliancy_instrument").or(() -> line.value("compliancy_url")).isPresent()) {
      standard
          .part(SC.CONFORMANCE_INSTRUMENT, "toets")
          .a(SC.CONFORMANCE_INSTRUMENT_CLASS)
          .dutch(DCTerms.title.asNode(), line.value("compliancy_instrument").orElse(UNNAMED))
          .page(FOAF.page.asNode(), line, "compliancy_url", unplaced);
    }
  }
}
