package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/** architecture.csv: one ArchiMate element a row. */
final class Architecture {
  private static final Pattern HINT = Pattern.compile("https?://[^\\s,]+");

  private final TurtleFile file =
      new TurtleFile("architecture.ttl", "Elements of the architecture.");
  private final Statuses statuses;
  private final Unplaced unplaced;

  Architecture(Unplaced unplaced) {
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
    Description element = file.record(Iris.component(line.text("id")));
    element
        .a(SC.ARCHITECTURE_ELEMENT_CLASS)
        .dutch(DCTerms.title.asNode(), line.text("name"))
        .concept(
            SC.ELEMENT_TYPE, CodeLists.ARCHIMATE_TYPE, Names.hyphened(line.text("archimate_type")))
        .concept(SC.GEMMA_TYPE, CodeLists.GEMMA_TYPE, line.text("gemma_type"))
        .concept(SC.LAYER, CodeLists.ARCHITECTUURLAAG, line.text("layer_or_group"))
        .text(SC.BBN, line.text("bbn"))
        .page(FOAF.page.asNode(), line, "url", unplaced);
    Matcher hint = HINT.matcher(line.text("description_hint"));
    while (hint.find()) {
      element.add(RDFS.seeAlso.asNode(), NodeFactory.createURI(hint.group()));
    }
    Gemma.identify(element, line);
    statuses.gemma(element, line);
    Evidence.of(line).on(element);
  }
}
