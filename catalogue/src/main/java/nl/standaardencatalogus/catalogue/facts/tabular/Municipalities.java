package nl.standaardencatalogus.catalogue.facts.tabular;

import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** municipalities.csv: one living municipality a row. */
final class Municipalities {
  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final String YEAR_IS_INFERRED =
      "population_year: inferred from the national total, ROO states no date";

  private final TurtleFile file =
      new TurtleFile("municipalities.ttl", "The municipalities that live.");
  private final Organisations organisations;
  private final Unplaced unplaced;

  Municipalities(Organisations organisations, Unplaced unplaced) {
    this.organisations = organisations;
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  void read(Table table) {
    table.each(this::read);
  }

  private void read(Line line) {
    String code = line.text("cbs_code");
    Description municipality = file.record(Iris.municipality(code));
    if (!municipality.subject().getURI().equals(line.text("tooi_uri"))) {
      unplaced.report(line, "the TOOI IRI does not belong to " + code);
    }
    municipality
        .a(SC.MUNICIPALITY_CLASS, Terms.TOOI_GEMEENTE)
        .text(SKOS.prefLabel.asNode(), line.text("name"))
        .text(SC.OFFICIAL_NAME, line.text("official_name"))
        .text(SC.CBS_NAME, line.text("cbs_name"))
        .text(SC.SORT_NAME, line.text("sort_name"))
        .text(SC.CBS_CODE, code)
        .text(DCTerms.identifier.asNode(), Iris.lastSegment(municipality.subject()))
        .page(SC.PROVINCE, line, "province_tooi_uri", unplaced)
        .number(SC.POPULATION, line.text("population"), XSDDatatype.XSDinteger)
        .moment(SC.POPULATION_DATE, line.text("population_year"))
        .number(SC.AREA_KM2, line.text("area_km2"), XSDDatatype.XSDdecimal)
        .text(SC.OIN, line.text("oin"))
        .text(SC.KVK, line.text("kvk"))
        .text(SC.RSIN, line.text("rsin"))
        .text(SC.ROO_ID, line.text("roo_id"))
        .text(SC.OWMS_URI, line.text("owms_uri"))
        .page(FOAF.homepage.asNode(), line, "website", unplaced)
        .moment(SC.VALID_FROM, line.text("valid_from"));
    if (!line.text("official_name_excl").equals(line.text("name"))) {
      municipality.text(SKOS.altLabel.asNode(), line.text("official_name_excl"));
    }
    line.value("wikidata")
        .ifPresent(id -> municipality.add(SC.WIKIDATA, NodeFactory.createURI(WIKIDATA + id)));
    municipality.text(SC.SOURCE_TEXT, YEAR_IS_INFERRED);
    evidence(municipality, line).on(municipality);
    organisations.register(line.text("official_name"), municipality.subject());
  }

  /** An OIN made of another RSIN is an old one or a mix-up: nobody but the register can tell. */
  private static Evidence evidence(Description municipality, Line line) {
    Evidence evidence = Evidence.sure(line.text("source"));
    String rsin = line.text("rsin");
    if (rsin.isEmpty() || line.text("oin").equals("00000001" + rsin + "000")) {
      return evidence;
    }
    municipality.text(
        SC.NOTE, "Het OIN hoort bij een ander RSIN dan hier staat. Nog na te gaan in het COR.");
    return evidence.atMost("middel");
  }
}
