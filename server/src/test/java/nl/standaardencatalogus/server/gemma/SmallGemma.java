package nl.standaardencatalogus.server.gemma;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.facts.RecordFileException;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.riot.Lang;

/** A small made-up catalogue, and a release that says what it says. */
public final class SmallGemma {
  private static final String TURTLE =
      """
      @prefix adms: <http://www.w3.org/ns/adms#> .
      @prefix besluit: <https://w3id.org/standaardencatalogus/id/besluit/> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix def: <https://w3id.org/standaardencatalogus/def/> .
      @prefix organisatie: <https://w3id.org/standaardencatalogus/id/organisatie/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

      organisatie:vng a sc:Organisation ; skos:prefLabel "VNG" .
      organisatie:vng-realisatie a sc:Organisation ; skos:prefLabel "VNG Realisatie" .
      <https://w3id.org/standaardencatalogus/id/standaard/post-api> a sc:Standard ;
        dct:title "Post API"@nl , "Mail API"@en ; dct:identifier "post-api" ;
        sc:kind def:soort\\/api ; dcat:theme def:thema\\/zaakgericht-werken ;
        adms:identifier <https://w3id.org/standaardencatalogus/id/standaard/post-api#gemma> ;
        sc:sourceText "verzonnen" ; sc:confidence def:betrouwbaarheid\\/hoog .
      <https://w3id.org/standaardencatalogus/id/standaard/post-api#gemma> a adms:Identifier ;
        skos:notation "s" ; adms:schemaAgency "GEMMA" .
      besluit:2024-post a sc:Decision ; dct:title "Post API: pas toe of leg uit"@nl ;
        sc:decisionKind def:besluitsoort\\/bestuursbesluit ; sc:decisionBody organisatie:vng ;
        sc:decidedOn "2024-01-01"^^xsd:date ;
        sc:covers <https://w3id.org/standaardencatalogus/id/standaard/post-api> ;
        sc:force def:vng-verbindendheid\\/pas-toe-of-leg-uit ;
        sc:sourceText "verzonnen" ; sc:confidence def:betrouwbaarheid\\/hoog .
      """;

  private SmallGemma() {}

  /** What a release cannot fill a catalogue with: a standard, a decision, organisations. */
  public static Proposal begin() throws RecordFileException {
    return new Proposal(
        "test",
        Iris.organisation("vng"),
        "Verzonnen",
        RecordFiles.sorted(
                "begin.ttl", Lang.TURTLE, TURTLE.getBytes(StandardCharsets.UTF_8), Map.of())
            .records());
  }

  /** Fills a data folder with it, and with what the release of New Year's Day says. */
  public static void fill(Path folder) throws Exception {
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), (what, done, of) -> {})) {
      catalogue.commit(begin());
      String xml = release("2026-01-01").xml();
      Release release =
          ReleaseReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      Difference difference = Comparison.of(catalogue, release, LocalDate.parse(release.date()));
      catalogue.commit(
          new Proposal(
              "gemma", Iris.organisation("vng"), difference.source(), difference.changes()));
    }
  }

  /** The release of a day. */
  public static MadeUp release(String day) {
    return new MadeUp(day)
        .element("c", "ApplicationComponent", "Post", "GEMMA type", "Referentiecomponent")
        .element("d", "ApplicationComponent", "Zaken", "GEMMA type", "Referentiecomponent")
        .element(
            "s", "Constraint", "Post API", "GEMMA type", "Standaard", "GEMMA status", "In gebruik")
        .element(
            "v",
            "Constraint",
            "Post API 1.0",
            "GEMMA type",
            "Standaardversie",
            "Versieaanduiding",
            "1.0",
            "Status",
            "In gebruik")
        .element("g", "Grouping", "API-standaarden", "GEMMA type", "Groep")
        .relation("Specialization", "v", "s", "")
        .relation("Aggregation", "g", "s", "")
        .relation("Realization", "c", "s", "Verplicht")
        .relation("Serving", "c", "d", "");
  }
}
