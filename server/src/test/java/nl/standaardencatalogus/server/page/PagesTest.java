package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
  /** A decision behind a place on the list of which the list itself tells no day. */
  private static final String LISTED =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      <https://w3id.org/standaardencatalogus/id/besluit/2017-stuf-zkn> a sc:Decision ;
        dct:title "StUF-ZKN op de lijst"@nl ; sc:decidedOn "2017-05-24"^^<http://www.w3.org/2001/XMLSchema#date> ;
        sc:effectiveFrom "2017-05-24"^^<http://www.w3.org/2001/XMLSchema#date> ;
        sc:decisionBody <https://w3id.org/standaardencatalogus/id/organisatie/forum-standaardisatie> ;
        sc:force <https://w3id.org/standaardencatalogus/def/forum-status/verplicht> ;
        sc:covers <https://w3id.org/standaardencatalogus/id/standaard/stuf-zkn> .
      """;

  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String ok(String path) {
    HttpResponse<String> response = site.get(path);
    assertEquals(200, response.statusCode(), path + "\n" + response.body());
    return response.body();
  }

  private static void holds(String body, String... texts) {
    String flat = body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    for (String text : texts) {
      assertTrue(flat.contains(text) || body.contains(text), text + " is not in\n" + body);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | Standaarden voor gemeenten | Welke standaarden gelden voor gemeenten?",
        "/standaarden | Standaarden | Standaarden",
        "/standaarden/zaken-api | Zaken API-standaard | Zaken API-standaard",
        "/standaarden/zaken-api/invoering | Invoering van Zaken API-standaard | Invoering van Zaken API-standaard",
        "/standaarden/zaken-api/versies/1.5.1 | Zaken API-standaard, versie 1.5.1 | Zaken API-standaard, versie 1.5.1",
        "/gemeenten | Gemeenten | Gemeenten",
        "/gemeenten/gm0363 | Amsterdam | Amsterdam",
        "/gemeenten/gm0056 | Zuidhorn | Zuidhorn",
        "/architectuur | Architectuur | Architectuur",
        "/architectuur/refcomp-zaakregistratiecomponent | Zaakregistratiecomponent | Zaakregistratiecomponent",
        "/besluiten | Besluiten | Besluiten",
        "/besluiten/2021-zaakgericht-werken | Zaakgericht werken: pas toe of leg uit | Zaakgericht werken: pas toe of leg uit",
        "/kwaliteit | Kwaliteit | Kwaliteit",
        "/over | Over de catalogus | Over de catalogus",
        "/begrippen | Begrippen | Begrippen",
        "/begrippen/soort | Soorten standaarden | Soorten standaarden",
        "/begrippen/soort/api | API | API",
        "/organisaties | Organisaties | Organisaties",
        "/organisaties/vng | VNG | VNG",
        "/provincies/pv20 | Groningen | Groningen",
        "/samenwerkingen/roo-27908856 | Dienst Noord | Dienst Noord",
        "/herindelingen/wzg_07737996 | Toevoeging van Zuidhorn | Toevoeging van Zuidhorn",
        "/doelen | Doelen | Doelen",
        "/doelen/een-branche | Handelen als één branche | Handelen als één branche",
        "/projecten | Projecten | Projecten",
        "/projecten/samen-zaken | Samen zaken uitwisselen | Samen zaken uitwisselen",
        "/fonds | Fonds GGU | Fonds GGU",
        "/adviezen/2025-samen-zaken | Advies over Samen zaken uitwisselen | Advies over Samen zaken uitwisselen",
        "/opgaven/gm0363/zaken-api | Amsterdam over Zaken API-standaard | Amsterdam over Zaken API-standaard",
        "/revisies/5 | Revisie 5 | Revisie 5",
        "/commits | Vastleggingen | Vastleggingen",
        "/commits/1 | Vastlegging 1 | Vastlegging 1",
        "/sparql/vragen | Vragen | Vragen",
        "/sparql/vragen/verplicht-op-component | Welke standaarden zijn verplicht op een referentiecomponent? | Welke standaarden zijn verplicht op een referentiecomponent?",
        "/en/sparql/vragen/verplicht-op-component | Which standards are mandatory on a reference component? | Which standards are mandatory on a reference component?",
        "/en/doelen/een-branche | Acting as one sector | Acting as one sector",
        "/en/kwaliteit | Quality | Quality",
        "/en | Standards for municipalities | Which standards hold for municipalities?",
        "/en/standaarden | Standards | Standards",
        "/en/standaarden/zaken-api | Zaken API-standaard | Zaken API-standaard",
      })
  void page_has_its_title_and_one_heading(String path, String title, String heading) {
    String body = ok(path);
    assertTrue(body.contains("<title>" + title + " – Standaardencatalogus</title>"), body);
    assertEquals(List.of(heading), all(body, "<h1[^>]*>([^<]*)</h1>"));
    assertTrue(body.contains("<a class=\"skip\" href=\"#inhoud\">"));
    assertEquals(1, all(body, "(id=\"inhoud\")").size());
    assertTrue(
        body.contains("<link rel=\"canonical\" href=\"https://example.org" + path + "\">"), body);
    assertFalse(body.contains(" style="), "no inline style");
    assertFalse(
        body.matches("(?s).*<script(?! type=\"application/ld\\+json\">).*"), "no script that runs");
  }

  private static List<String> all(String body, String pattern) {
    return Pattern.compile(pattern).matcher(body).results().map(r -> r.group(1)).toList();
  }

  @Test
  void standard_tells_every_authority_apart() {
    String body = ok("/standaarden/zaken-api");
    holds(
        body,
        "Pas toe of leg uit",
        "sinds 1 april 2021",
        "door het besluit over API-standaarden voor Zaakgericht werken");
    holds(
        body,
        "In gebruik",
        "volgens VNG Realisatie",
        "In ontwikkeling",
        "volgens Beheer ZGW",
        "zekerheid laag");
    holds(body, "Bronnen spreken elkaar tegen.");
    holds(body, "Niet vastgelegd");
  }

  @Test
  void standard_tells_who_uses_it() {
    String body = ok("/standaarden/zaken-api");
    holds(
        body,
        "1 van de 3 gemeenten gebruikt deze standaard. 0 zijn ermee bezig of hebben een plan. 1 wijkt af en legt uit waarom.");
    holds(
        body,
        "<title>Amsterdam: in productie</title>",
        "<title>Groningen: wijkt af (met uitleg)</title>");
  }

  @Test
  void of_one_thing_no_page_tells_as_of_many() {
    holds(ok("/commits/1"), "<h2 id=\"res\">1 revisie in deze vastlegging</h2>");
    holds(ok("/en/commits/1"), "<h2 id=\"res\">1 revision in this commit</h2>");
    holds(
        ok("/en/standaarden/zaken-api"),
        "1 of 3 municipalities uses this standard. 0 are working on it or have a plan. 1 deviates and explains why.");
  }

  @Test
  void silence_is_not_a_no() {
    String body = ok("/standaarden/stuf-zkn");
    holds(
        body,
        "Geen van de 3 gemeenten heeft over deze standaard iets opgegeven. Dat zegt niet of zij de standaard gebruiken.");
  }

  @Test
  void ended_standard_names_its_successor_first() {
    String body = ok("/standaarden/stuf-zkn");
    holds(
        body,
        "Deze standaard wordt niet meer ondersteund.",
        "Kijk bij de opvolger: Zaken API-standaard");
  }

  @Test
  void hostile_label_stays_text() {
    for (String path : List.of("/standaarden/stuf-zkn", "/standaarden", "/standaarden/zaken-api")) {
      assertFalse(ok(path).contains("<script>alert"), path);
    }
    assertFalse(ok("/standaarden/stuf-zkn").contains("href=\"javascript:"));
    assertFalse(ok("/standaarden?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").contains("<script>"));
  }

  @Test
  void filters_combine_and_count_what_they_leave() {
    String body = ok("/standaarden?vng=pas-toe-of-leg-uit&fase=in-gebruik");
    holds(body, "1 van 3 standaarden", "VNG: Pas toe of leg uit", "Levensfase: In gebruik");
    Matcher count =
        Pattern.compile("for=\"vng-niet-vastgelegd\">.*?</span>(\\d+)</span>").matcher(body);
    assertTrue(count.find());
    assertEquals("0", count.group(1));
    assertTrue(body.contains("<meta name=\"robots\" content=\"noindex\">"));
  }

  @Test
  void unknown_value_is_refused_with_what_is_known() {
    HttpResponse<String> response = site.get("/standaarden?vng=misschien", "Accept", "text/html");
    assertEquals(400, response.statusCode());
    holds(response.body(), "“misschien” is geen bekende waarde voor “vng”.", "pas-toe-of-leg-uit");
    assertEquals(400, site.get("/standaarden?p=0").statusCode());
    assertEquals(400, site.get("/standaarden?sorteer=kleur").statusCode());
    assertEquals(400, site.get("/standaarden?op=2999-01-01").statusCode());
    assertEquals(200, site.get("/standaarden?kleur=rood").statusCode());
  }

  @Test
  void a_program_is_told_of_an_unknown_value_in_json() {
    HttpResponse<String> response =
        site.get("/standaarden?vng=misschien", "Accept", "application/json");
    assertEquals(400, response.statusCode());
    holds(response.body(), "\"parameter\" : \"vng\"");
  }

  @Test
  void search_finds_by_abbreviation_and_offers_what_is_near() {
    holds(
        ok("/standaarden?q=zgw"), "2 van 3 standaarden", "API-standaarden voor Zaakgericht werken");
    holds(ok("/standaarden?q=zaakgerigt"), "Bedoelde u …?");
    holds(
        ok("/standaarden?q=Amsterdam"), "Niets gevonden voor “Amsterdam”.", "Amsterdam (gemeente)");
  }

  @Test
  void what_holds_on_a_past_day_leads_to_the_measurements_of_that_day() {
    String report = "/gemeenten/gm0014/geldt";
    String day = "?op=2022-06-30";
    assertTrue(ok(report + day).contains("href=\"" + report + ".ttl" + day + "\""));
    assertTrue(ok(report).contains("href=\"" + report + ".ttl\""));
  }

  @Test
  void past_day_is_said_and_kept_in_links() {
    String body = ok("/standaarden/zaken-api?op=2022-06-30");
    holds(body, "U ziet de catalogus zoals die was op 30 juni 2022.");
    holds(body, "0 van de 3 gemeenten gebruiken deze standaard. 1 is ermee bezig");
    assertTrue(body.contains("href=\"/gemeenten?op=2022-06-30\""));
  }

  @Test
  void any_page_leads_to_itself_on_another_day_with_what_was_asked_for() {
    String body = ok("/en/standaarden?q=zaken%20%26%20meer&op=2022-06-30");
    holds(
        body,
        "<form class=\"otherday\" action=\"/en/standaarden\" method=\"get\">"
            + "<input type=\"hidden\" name=\"q\" value=\"zaken &amp; meer\">",
        "name=\"op\" value=\"2022-06-30\"");
  }

  @Test
  void a_day_that_cannot_be_shown_is_refused_with_how_to_write_one() {
    for (String day : List.of("morgen", "2030-01-01")) {
      HttpResponse<String> refused = site.get("/besluiten?op=" + day, "Accept", "text/html");
      assertEquals(400, refused.statusCode());
      holds(refused.body(), "“" + day + "” kan niet als dag", "2026-11-22");
    }
  }

  @Test
  void a_page_of_a_list_that_is_not_there_is_refused_with_those_that_are() {
    HttpResponse<String> refused = site.get("/standaarden?p=999", "Accept", "text/html");
    assertEquals(400, refused.statusCode());
    holds(refused.body(), "1 – 1");
  }

  @Test
  void a_print_says_all_that_was_asked_for() {
    assertTrue(
        ok("/standaarden?vng=pas-toe-of-leg-uit&q=zaken&op=2022-06-30")
            .contains(
                "Afdruk van"
                    + " https://example.org/standaarden?vng=pas-toe-of-leg-uit&amp;q=zaken&amp;op=2022-06-30,"));
    assertTrue(ok("/en").contains(" https://example.org/en,"));
  }

  @Test
  void made_up_data_is_called_so() {
    holds(ok("/"), "alle opgaven van gemeenten in deze catalogus zijn verzonnen");
  }

  @Test
  void what_a_municipality_declared_itself_is_not_called_made_up() {
    SmallStates states = SmallStates.load();
    Node own = Iris.declaration("gm0363", "zaken-api");
    states.graph().delete(own, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
    try (Site some = new Site(states)) {
      holds(some.get("/").body(), "in deze catalogus zijn verzonnen, op 1 na");
      String uptake = some.get("/standaarden/zaken-api/invoering").body();
      assertEquals(2, uptake.split("zelf opgegeven", -1).length, uptake);
    }
  }

  @Test
  void unknown_page_offers_what_is_near() {
    HttpResponse<String> response = site.get("/standaarden/zaken");
    assertEquals(404, response.statusCode());
    assertEquals(
        Optional.of("text/html;charset=utf-8"), response.headers().firstValue("Content-Type"));
    holds(response.body(), "Deze pagina bestaat niet", "Zaken API-standaard");
    for (String entry : List.of("standaarden", "gemeenten", "architectuur", "besluiten")) {
      assertTrue(response.body().contains("<li><a href=\"/" + entry + "\">"), response.body());
    }
    assertEquals(404, site.get("/nergens").statusCode());
  }

  @Test
  void municipality_tells_what_holds_for_it_and_what_it_said() {
    String body = ok("/gemeenten/gm0014");
    holds(
        body,
        "0 van de 2 geldende standaarden zijn in gebruik. Over 1 is niets opgegeven.",
        "Wijkt af (met uitleg)",
        "Het contract loopt tot 2027.",
        "Dienst Noord",
        "1 januari 2019");
    holds(body, "Ligging van Groningen tussen de buurgemeenten", "Voorbeeldgegevens");
  }

  @Test
  void former_municipality_names_what_it_became() {
    holds(ok("/gemeenten/gm0056"), "Deze gemeente bestaat niet meer sinds", "Nu: Groningen");
  }

  @Test
  void municipality_is_found_by_its_name_too() {
    HttpResponse<String> response = site.get("/gemeenten/amsterdam");
    assertEquals(302, response.statusCode());
    assertEquals("/gemeenten/gm0363", response.headers().firstValue("Location").orElse(""));
  }

  @Test
  void element_lists_the_standards_it_has_to_carry() {
    holds(
        ok("/architectuur/refcomp-zaakregistratiecomponent"),
        "Verplichte standaarden",
        "Zaken API-standaard",
        "VNG: pas toe of leg uit");
  }

  /** Who speaks to a computer says what is there to be read (WCAG 2.5.3). */
  @ParameterizedTest
  @MethodSource("nl.standaardencatalogus.server.page.PageKinds#inBothLanguages")
  void link_with_a_name_of_its_own_has_the_words_that_are_seen_in_it(String path) {
    String body = site.get(path, "Accept", "text/html").body();
    Matcher links =
        Pattern.compile("<a [^>]*aria-label=\"([^\"]*)\"[^>]*>([^<]+)</a>").matcher(body);
    while (links.find()) {
      assertTrue(links.group(1).contains(links.group(2).trim()), links.group());
    }
  }

  @Test
  void list_of_decisions_says_which_day_it_tells() {
    holds(ok("/besluiten"), "<td data-label=\"Datum\">Geldt vanaf 1 april 2021</td>");
    holds(ok("/en/besluiten"), "<td data-label=\"Date\">In force from 1 April 2021</td>");
  }

  @Test
  void decision_tells_which_standards_it_binds() {
    holds(
        ok("/besluiten/2021-zaakgericht-werken"),
        "API-standaarden voor Zaakgericht werken",
        "Zaken API-standaard",
        "Overzicht gemeentelijke standaarden");
  }

  @Test
  void decision_that_puts_a_standard_on_the_list_of_the_forum_tells_so_too() {
    try (Site site = Site.with(LISTED)) {
      String page = site.get("/besluiten/2017-stuf-zkn").body();
      String reach = page.substring(page.indexOf("Standaarden die hierdoor gelden"));
      assertTrue(reach.contains("href=\"/standaarden/stuf-zkn\""), reach);
      String answer = site.get("/moeten-wij/stuf-zkn").body();
      holds(answer, "href=\"/besluiten/2017-stuf-zkn\"");
    }
  }

  @Test
  void version_tells_who_uses_exactly_that_one() {
    holds(
        ok("/standaarden/zaken-api/versies/1.5.1"),
        "1 gemeente geeft op dat zij deze versie in gebruik heeft.",
        "Zaken API 1.0.0");
    holds(ok("/standaarden/zaken-api/versies/1.0.0"), "Deze versie is niet meer geldig.", "1.5.1");
  }

  @Test
  void version_counts_who_deviates_as_its_standard_does() {
    SmallStates states = SmallStates.load();
    Node version = Iris.version("zaken-api", "1.5.1");
    states.graph().add(Iris.declaration("gm0014", "zaken-api"), SC.VERSION, version);
    try (Site own = new Site(states)) {
      String page = own.get("/standaarden/zaken-api/versies/1.5.1").body();
      holds(page, "Wijkt af (met uitleg) <span class=\"num muted\">1</span>", "(wijkt af (met");
    }
  }

  @Test
  void file_says_in_its_last_column_what_is_made_up() {
    String explained = ok("/leg-uit.csv");
    holds(explained, ";verzonnen\r\n", "/id/verklaring/gm0014/zaken-api;ja\r\n");
    String compared = ok("/vergelijken.csv?gemeente=gm0363&gemeente=gm0014");
    holds(compared, "Provincie;Noord-Holland;Groningen;nee\r\n", ";Geen plannen;ja\r\n");
    holds(ok("/standaarden.csv"), "gemeenten;verzonnen\r\n");
    holds(ok("/gemeenten/gm0363/geldt.csv"), ";verzonnen\r\n", ";ja\r\n");
    holds(ok("/en/leg-uit.csv"), ";made up\r\n", ";yes\r\n");
    holds(ok("/standaarden"), "class=\"samplemark\"");
  }

  @Test
  void record_shows_its_parts_and_what_points_to_it() {
    holds(ok("/opgaven/gm0363/zaken-api"), "fase-1", "Gepland", "1 januari 2021", "Zaaksysteem");
    holds(ok("/organisaties/vng"), "Zaakgericht werken: pas toe of leg uit", "organisatie");
    holds(ok("/en/organisaties/vng"), "organisation");
  }

  @Test
  void every_record_of_the_catalogue_has_a_page() {
    SmallStates states = SmallStates.load();
    List<String> missing =
        states
            .now()
            .records()
            .filter(Node::isURI)
            .map(PagePaths::of)
            .flatMap(Optional::stream)
            .filter(path -> !path.startsWith("/revisies/"))
            .filter(path -> site.get(path).statusCode() != 200)
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void every_page_has_an_icon_and_who_looks_where_icons_used_to_be_gets_the_same() {
    String href = all(ok("/gemeenten"), "<link rel=\"icon\"[^>]* href=\"([^\"]*)\"").get(0);
    HttpResponse<String> named = site.get(href);
    assertEquals(200, named.statusCode());
    HttpResponse<String> usual = site.get("/favicon.ico");
    assertEquals(200, usual.statusCode());
    assertEquals("image/svg+xml", usual.headers().firstValue("Content-Type").orElse(""));
    assertEquals("public, max-age=3600", usual.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(named.body(), usual.body());
  }

  @Test
  void style_is_named_by_its_content_and_kept_for_a_year() {
    String href = all(ok("/"), "href=\"(/static/catalogue[^\"]*)\"").get(0);
    HttpResponse<String> response = site.get(href);
    assertEquals(200, response.statusCode());
    assertEquals(
        "public, max-age=31536000, immutable",
        response.headers().firstValue("Cache-Control").orElse(""));
  }
}
