package nl.standaardencatalogus.catalogue.facts.tabular;

import org.apache.jena.vocabulary.SKOS;

/** The key that a thing has in the GEMMA model. */
final class Gemma {
  private Gemma() {}

  static void identify(Description thing, Line line) {
    line.value("gemma_object_id")
        .ifPresent(
            id ->
                thing
                    .part(Terms.ADMS_IDENTIFIER, "gemma")
                    .a(Terms.ADMS_IDENTIFIER_CLASS)
                    .text(SKOS.notation.asNode(), id)
                    .text(Terms.ADMS_SCHEMA_AGENCY, "GEMMA"));
  }
}
