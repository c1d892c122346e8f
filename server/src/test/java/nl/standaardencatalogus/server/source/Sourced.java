package nl.standaardencatalogus.server.source;

import nl.standaardencatalogus.catalogue.iri.Iris;

/** Declarations as a municipality publishes them. */
public final class Sourced {
  static final String PREFIXES =
      """
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  private static int round;

  private Sourced() {}

  /** From now on others than before: the log remembers what was taken over, also between tests. */
  static void others() {
    round++;
  }

  /** In Turtle, that a municipality has looked into a standard since a day. */
  public static String declaration(String code, String slug, String since) {
    return PREFIXES
        + """
        <%1$s> a sc:Declaration ;
          dct:title "Opgave %6$d over %2$s"@nl ;
          sc:municipality <%3$s> ;
          sc:standard <%4$s> ;
          sc:declaredBy <%3$s> ;
          sc:phase <%1$s#fase-1> .
        <%1$s#fase-1> a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/orientatie> ;
          sc:validFrom "%5$s"^^xsd:date .
        """
            .formatted(
                Iris.declaration(code, slug).getURI(),
                slug,
                Iris.municipality(code).getURI(),
                Iris.standard(slug).getURI(),
                since,
                round);
  }

  /** The same in JSON-LD. */
  static String jsonLd(String context, String slug) {
    return """
        {
          "@context": %1$s,
          "id": "%2$s",
          "type": "Declaration",
          "dct:title": {"nl": "Opgave in JSON-LD over %3$s"},
          "municipality": "%4$s",
          "standard": "%5$s",
          "declaredBy": "%4$s",
          "phase": {
            "id": "%2$s#fase-1",
            "type": "PhaseStatement",
            "phaseValue": "https://w3id.org/standaardencatalogus/def/adoptiefase/orientatie",
            "validFrom": {"@value": "2026-01-01", "@type": "xsd:date"}
          }
        }
        """
        .formatted(
            context,
            Iris.declaration("gm0363", slug).getURI(),
            slug,
            Iris.municipality("gm0363").getURI(),
            Iris.standard(slug).getURI());
  }
}
