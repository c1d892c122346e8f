package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.stream.Stream;

/** A page of every kind that anybody may read; what holds for all pages is tried on these. */
public final class PageKinds {
  /** Dutch paths, which lead to a page both in the small catalogue and in the whole one. */
  public static final List<String> PATHS =
      List.of(
          "/",
          "/standaarden",
          "/standaarden?vng=pas-toe-of-leg-uit&q=zaken",
          "/standaarden/zaken-api",
          "/standaarden/zaken-api?op=2022-06-30",
          "/standaarden/stuf-zkn",
          "/standaarden/zaken-api/invoering",
          "/standaarden/zaken-api/versies/1.5.1",
          "/gemeenten",
          "/gemeenten/gm0014",
          "/gemeenten/gm0014/geldt",
          "/provincies",
          "/provincies/pv20",
          "/herindelingen",
          "/herindelingen/wzg_07737996",
          "/organisaties",
          "/organisaties/vng-realisatie",
          "/moeten-wij",
          "/moeten-wij?q=zaken",
          "/moeten-wij/zaken-api?gemeente=gm0014",
          "/moeten-wij/stuf-zkn",
          "/leg-uit",
          "/leg-uit?toon=verlopen",
          "/architectuur",
          "/architectuur?vorm=lijst",
          "/architectuur/refcomp-zaakregistratiecomponent",
          "/aanbesteding",
          "/aanbesteding?component=refcomp-zaakregistratiecomponent",
          "/wat-als",
          "/wat-als?versie=zaken-api/1.5.1&dag=2028-01-01",
          "/wat-als?standaard=stuf-zkn&dag=2028-01-01",
          "/wat-als?standaard=zaken-api&wat=verplicht&dag=2028-01-01",
          "/wat-als?standaard=zaken-api&wat=vervalt&besluit=2021-zaakgericht-werken&dag=2028-01-01",
          "/besluiten",
          "/besluiten/2021-zaakgericht-werken",
          "/procedures",
          "/vergaderingen",
          "/samenwerkingen",
          "/samenwerkingen/roo-27908856",
          "/tijdlijn",
          "/tijdlijn?thema=zaakgericht-werken&van=2019&tot=2023",
          "/tijdlijn?toon=komend&op=2022-06-30",
          "/doelen",
          "/doelen/een-branche",
          "/projecten",
          "/projecten?doel=een-branche",
          "/fonds",
          "/vergelijken",
          "/vergelijken?gemeente=gm0014&gemeente=gm0363",
          "/vergelijken?standaard=zaken-api&standaard=stuf-zkn&toon=verschillen",
          "/monitor",
          "/monitor/zaken-api",
          "/kwaliteit",
          "/kwaliteit?gewicht=info",
          "/regels",
          "/regels/Declaration-versionEnded",
          "/opgaven/gm0363/zaken-api",
          "/begrippen",
          "/revisies/5",
          "/commits",
          "/commits/1",
          "/over",
          "/privacy",
          "/toegankelijkheid",
          "/contact",
          "/voorstel",
          "/voorstel?over=standaard/zaken-api",
          "/hergebruik",
          "/dumps/",
          "/api",
          "/ontologie",
          "/sparql",
          "/sparql/vragen",
          "/sparql/vragen/verplicht-op-component",
          "/sparql/vragen/wat-geldt-en-is-opgegeven?municipality=groningen",
          "/sparql/vragen/achterblijvers");

  /**
   * Dutch paths of pages of which nothing real is known yet: they are in the small catalogue only.
   */
  private static final List<String> SMALL =
      List.of(
          "/projecten/samen-zaken",
          "/adviezen/2025-samen-zaken",
          "/begrippen/thema/zaakgericht-werken",
          "/procedures/2020-zaakgericht-werken",
          "/vergaderingen/2021-cvd-februari",
          "/vergaderingen/2021-cvd-februari/punt-2",
          "/dumps/2026-11-02/");

  /** Paths at which there is no page, or not with these values. */
  public static final List<String> PROBLEMS =
      List.of(
          "/nergens",
          "/standaarden/vergeten",
          "/standaarden?vng=nergens",
          "/sparql/vragen/uitleg-loopt-af?from=morgen&until=2026-12-31");

  private PageKinds() {}

  /** Dutch paths, which lead to a page in the small catalogue. */
  static Stream<String> ofSmall() {
    return Stream.concat(PATHS.stream(), SMALL.stream());
  }

  /** Every path in both languages, those of problems too. */
  static Stream<String> inBothLanguages() {
    return Stream.concat(ofSmall(), PROBLEMS.stream())
        .flatMap(path -> Stream.of(path, english(path)));
  }

  /** Whether a path in either language is one of the problems. */
  static boolean isProblem(String path) {
    return PROBLEMS.stream().anyMatch(it -> path.equals(it) || path.equals(english(it)));
  }

  /** The English page for a Dutch path. */
  public static String english(String path) {
    return path.equals("/") ? "/en" : "/en" + path;
  }
}
