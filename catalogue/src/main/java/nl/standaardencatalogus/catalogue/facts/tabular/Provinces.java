package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.Locale;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** provinces.csv: one province a row. */
final class Provinces {
  private final TurtleFile file = new TurtleFile("provinces.ttl", "Provinces.");

  TurtleFile file() {
    return file;
  }

  void read(Table table) {
    table.each(this::read);
  }

  private void read(Line line) {
    String code = line.text("province_code").toLowerCase(Locale.ROOT);
    Description province = file.record(Iris.tooi("provincie/" + code));
    province
        .a(SC.PROVINCE_CLASS, Terms.TOOI_PROVINCIE)
        .text(SKOS.prefLabel.asNode(), line.text("name"))
        .text(SC.OFFICIAL_NAME, line.text("official_name"))
        .text(DCTerms.identifier.asNode(), code)
        .text(SC.OIN, line.text("oin"));
    Evidence.sure(line.text("source")).on(province);
  }
}
