package nl.standaardencatalogus.server.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProceduresTest {
  private static final String DONE = "/procedures/2020-zaakgericht-werken";
  private static final String RUNNING = "/procedures/2026-zaken-api";
  private static final String MEETING = "/vergaderingen/2021-cvd-februari";

  private static Site site;
  private static Site running;

  @BeforeAll
  static void start() {
    site = new Site();
    running = Site.with(consultation("2026-11-01", "2026-12-31"));
  }

  @AfterAll
  static void stop() {
    site.close();
    running.close();
  }

  /** A procedure along the track of the Forum, in its consultation. */
  private static String consultation(String begin, String end) {
    return """
        BASE <https://w3id.org/standaardencatalogus/id/procedure/>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX def: <https://w3id.org/standaardencatalogus/def/>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <2026-zaken-api> a sc:Procedure ; dct:title "Zaken API op de lijst"@nl ;
          sc:concerns <https://w3id.org/standaardencatalogus/id/standaard/zaken-api> ;
          sc:procedureKind def:proceduresoort\\/nieuwe-standaard ;
          sc:procedureTrack def:procedurespoor\\/forum ;
          sc:step <2026-zaken-api#aanmelding> , <2026-zaken-api#consultatie> .
        <2026-zaken-api#aanmelding> a sc:ProcedureStep ; sc:stepKind def:procedurestap\\/aanmelding ;
          sc:beginsOn "2026-09-01"^^xsd:date .
        <2026-zaken-api#consultatie> a sc:ProcedureStep ;
          sc:stepKind def:procedurestap\\/openbare-consultatie ;
          sc:beginsOn "%s"^^xsd:date ; sc:endsOn "%s"^^xsd:date .
        """
        .formatted(begin, end);
  }

  private static String body(Site site, String path) {
    HttpResponse<String> response = site.get(path);
    assertEquals(200, response.statusCode(), path + "\n" + response.body());
    return response.body();
  }

  /** The text of a page, without its tags. */
  private static String text(Site site, String path) {
    return body(site, path).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static void holds(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), part + " is not in\n" + text);
    }
  }

  @Test
  void what_runs_comes_first_with_its_step_and_what_is_over_with_its_outcome() {
    holds(
        text(running, "/procedures"),
        "Lopende procedures Procedure Gaat over Soort Spoor Stap Sinds Zaken API op de lijst"
            + " Zaken API-standaard Nieuwe standaard Forum Standaardisatie Openbare consultatie"
            + " 1 november 2026 Afgeronde procedures",
        "Zaakgericht werken vaststellen API-standaarden voor Zaakgericht werken Nieuwe standaard"
            + " VNG Pas toe of leg uit De set blijft gelden. Evaluatie, 1 maart 2023");
    holds(text(site, "/procedures"), "Er loopt geen procedure.");
  }

  @Test
  void a_procedure_is_its_steps_in_their_order_with_what_each_came_to() {
    holds(
        text(site, DONE),
        "Deze procedure is afgerond. De laatste stap was Evaluatie, begonnen op 1 maart 2023.",
        "Aanmelding 2 maart 2020 Ontvankelijk. Intake van 16 maart 2020 tot en met 10 april 2020",
        "Stukken: Rapport van de experts Openbare consultatie van 1 juli 2020",
        "Advies 11 februari 2021",
        "Besluit 4 maart 2021",
        "Publicatie 10 maart 2021 Stukken: Ledenbrief Evaluatie van 1 maart 2023");
    holds(
        body(site, DONE), "<a href=\"https://example.org/zgw/experts\">Rapport van de experts</a>");
  }

  @Test
  void reactions_stand_beside_what_was_answered_and_silence_is_told() {
    holds(
        text(site, DONE),
        "2 reacties, waarvan 1 met een antwoord Groningen , 20 augustus 2020: De overgang is te kort."
            + " Antwoord (15 oktober 2020): De overgang duurt nu een jaar.",
        "Amsterdam , 28 september 2020: Er is een testplatform nodig. Hierop is nog geen antwoord"
            + " vastgelegd.");
  }

  @Test
  void advice_has_its_conditions_and_its_minority_view_and_the_decision_its_effect() {
    holds(
        text(site, DONE),
        "Genomen door College van Dienstverleningszaken Datum 11 februari 2021 Vergadering"
            + " Vergadering van het College in februari 2021 Uitkomst Positief met voorwaarden"
            + " Voorwaarden Er komt een testplatform. Gemeenten krijgen een jaar om over te gaan."
            + " Minderheidsstandpunt Een lid vond een jaar te kort.",
        "Zaakgericht werken: pas toe of leg uit Pas toe of leg uit Genomen door VNG Geldt vanaf"
            + " 1 april 2021 Gaat over API-standaarden voor Zaakgericht werken");
    assertFalse(text(site, DONE).contains("Wat komt hierna"));
  }

  @Test
  void what_runs_tells_what_comes_next() {
    holds(
        text(running, RUNNING),
        "Deze procedure loopt. De stap van nu is Openbare consultatie, sinds 1 november 2026.",
        "van 1 november 2026 tot en met 31 december 2026 · nu Advies nog niet begonnen Besluit",
        "Wat komt hierna Advies : Het adviserende orgaan brengt advies uit.");
    holds(body(running, RUNNING), "<li id=\"consultatie\" class=\"now\" aria-current=\"step\">");
  }

  @Test
  void a_step_that_is_to_come_is_not_the_one_of_now() {
    try (Site planned = Site.with(consultation("2026-12-01", "2026-12-31"))) {
      holds(
          text(planned, RUNNING),
          "De stap van nu is Aanmelding, sinds 1 september 2026.",
          "tot en met 31 december 2026 · het begin staat vast");
    }
  }

  /** A step of that procedure. */
  private static String step(String fragment, String kind, String dates) {
    return """
        <2026-zaken-api> sc:step <2026-zaken-api#%1$s> .
        <2026-zaken-api#%1$s> a sc:ProcedureStep ; sc:stepKind def:procedurestap\\/%2$s ;
          %3$s .
        """
        .formatted(fragment, kind, dates);
  }

  @Test
  void a_step_that_is_held_again_comes_after_what_it_came_after_and_has_its_round() {
    String again =
        consultation("2026-10-01", "2026-10-31")
            + step("advies", "advies", "sc:beginsOn \"2026-11-02\"^^xsd:date")
            + step(
                "al-wat-volgt",
                "openbare-consultatie",
                "sc:beginsOn \"2026-11-10\"^^xsd:date ; sc:endsOn \"2026-12-20\"^^xsd:date");
    try (Site repeated = Site.with(again)) {
      String page = text(repeated, RUNNING);
      holds(
          page,
          "De stap van nu is Openbare consultatie, ronde 2, sinds 10 november 2026.",
          "Aanmelding 1 september 2026 Openbare consultatie van 1 oktober 2026 tot en met 31"
              + " oktober 2026 Advies 2 november 2026 Openbare consultatie, ronde 2 van 10 november"
              + " 2026 tot en met 20 december 2026 · nu Advies nog niet begonnen Besluit nog niet"
              + " begonnen",
          "Wat komt hierna Advies : Het adviserende orgaan brengt advies uit.");
      holds(text(repeated, "/procedures"), "Openbare consultatie, ronde 2 10 november 2026");
      holds(
          text(repeated, "/standaarden/zaken-api"),
          "Die is in de stap Openbare consultatie, ronde 2, sinds 10 november 2026.");
      holds(
          text(repeated, "/en" + RUNNING),
          "Public consultation, round 2",
          "The step of now is Public consultation, round 2");
    }
  }

  @Test
  void a_step_that_will_be_held_again_comes_next() {
    String again =
        consultation("2026-10-01", "2026-10-31")
            + step("advies", "advies", "sc:beginsOn \"2026-11-02\"^^xsd:date")
            + step(
                "nog-eens",
                "openbare-consultatie",
                "sc:beginsOn \"2026-12\"^^xsd:gYearMonth ; sc:endsOn \"2027-01\"^^xsd:gYearMonth");
    try (Site repeated = Site.with(again)) {
      holds(
          text(repeated, RUNNING),
          "De stap van nu is Advies, sinds 2 november 2026.",
          "Advies 2 november 2026 · nu Openbare consultatie, ronde 2 van december 2026 tot en met"
              + " januari 2027 · het begin staat vast Advies nog niet begonnen",
          "Wat komt hierna Openbare consultatie");
    }
  }

  @Test
  void what_began_in_the_month_of_something_else_stands_in_the_order_of_the_steps() {
    String ended =
        consultation("2026-10-01", "2026-10-31")
            + step("publicatie", "publicatie", "sc:beginsOn \"2026-11\"^^xsd:gYearMonth")
            + step("besluit", "besluit", "sc:beginsOn \"2026-11-05\"^^xsd:date")
            + step("advies", "advies", "sc:beginsOn \"2026-11-05\"^^xsd:date");
    try (Site site = Site.with(ended)) {
      holds(
          text(site, RUNNING),
          "Advies 5 november 2026 Besluit 5 november 2026 Publicatie november 2026",
          "De laatste stap was Publicatie");
    }
  }

  @Test
  void what_was_withdrawn_goes_on_no_more() {
    String withdrawn =
        consultation("2026-10-01", "2026-10-31")
            + """
            <2026-zaken-api> sc:step <2026-zaken-api#intrekking> .
            <2026-zaken-api#intrekking> a sc:ProcedureStep ; sc:beginsOn "2026-11-02"^^xsd:date ;
              sc:stepKind def:procedurestap\\/intrekking ; sc:outcome "De indiener ziet ervan af."@nl .
            """;
    try (Site ended = Site.with(withdrawn)) {
      String page = text(ended, RUNNING);
      holds(page, "Deze procedure is afgerond. De laatste stap was Intrekking");
      assertFalse(page.contains("Wat komt hierna"), page);
      holds(text(ended, "/procedures"), "Er loopt geen procedure.", "De indiener ziet ervan af.");
    }
  }

  @Test
  void a_meeting_tells_its_agenda_and_what_was_advised() {
    holds(text(site, "/vergaderingen"), "1 vergadering Datum Vergadering Orgaan 11 februari 2021");
    holds(
        text(site, MEETING),
        "1 Opening geen onderwerp in de catalogus niet vastgelegd",
        "2 Zaakgericht werken",
        "Positief advies, met voorwaarden.",
        "Advies: stel zaakgericht werken vast");
    holds(
        body(site, MEETING),
        "<a href=\"/standaarden/zgw\">API-standaarden voor Zaakgericht werken</a>",
        "<a href=\"" + DONE + "\">Zaakgericht werken vaststellen</a>");
  }

  @Test
  void a_decision_leads_to_its_meeting_and_its_procedure() {
    String advice = body(site, "/besluiten/2021-cvd-advies-zaakgericht-werken");
    holds(
        advice,
        "<a href=\"" + MEETING + "\">",
        "<a href=\"" + DONE + "\">",
        "Een lid vond een jaar te kort.",
        "Gemeenten krijgen een jaar om over te gaan.");
  }

  @ParameterizedTest
  @CsvSource({"/standaarden/zgw", "/standaarden/zaken-api"})
  void a_standard_tells_that_a_procedure_ran(String path) {
    holds(
        body(site, path),
        "<a href=\""
            + DONE
            + "\">Er liep een procedure: Zaakgericht werken vaststellen. De laatste stap was"
            + " Evaluatie, 1 maart 2023.</a>");
  }

  @Test
  void a_standard_tells_that_a_procedure_runs() {
    holds(
        text(running, "/standaarden/zaken-api"),
        "Er loopt een procedure: Zaken API op de lijst. Die is in de stap Openbare consultatie,"
            + " sinds 1 november 2026.");
    assertFalse(text(site, "/standaarden/stuf-zkn").contains("procedure:"));
  }

  @Test
  void what_is_motivated_in_dutch_alone_is_marked_as_such_on_an_english_page() {
    String dutch = "<span lang=\"nl\">Kleine gemeenten twijfelen.</span>";
    holds(body(site, "/en" + DONE), dutch);
    holds(body(site, DONE), "<span>Kleine gemeenten twijfelen.</span>");
    String english =
        """
        <https://w3id.org/standaardencatalogus/id/procedure/2020-zaakgericht-werken#toets-draagvlak>
          <https://w3id.org/standaardencatalogus/def#motivation> "Small ones doubt."@en .
        """;
    try (Site translated = Site.with(english)) {
      String page = body(translated, "/en" + DONE);
      holds(page, "<span>Small ones doubt.</span>");
      assertFalse(page.contains("Kleine gemeenten"), page);
      holds(body(translated, DONE), "<span>Kleine gemeenten twijfelen.</span>");
    }
  }

  @ParameterizedTest
  @CsvSource({"/besluiten", "/", "/standaarden/zaken-api"})
  void a_made_up_decision_is_marked_in_lists_and_a_real_one_is_not(String path) {
    String page = body(site, path);
    String link =
        path.startsWith("/standaarden")
            ? "/besluiten/2021-cvd-advies-zaakgericht-werken"
            : "/besluiten/2025-geld-samen-zaken";
    assertTrue(row(page, link).contains(">Voorbeeldgegevens</span>"), page);
    String real = row(page, "/besluiten/2021-zaakgericht-werken");
    assertFalse(real.contains("Voorbeeldgegevens"), real);
  }

  /** A line of a list or a table with a link. */
  private static String row(String page, String link) {
    // A drawing before the list links to the same.
    int at = page.lastIndexOf("<a href=\"" + link + "\"");
    assertTrue(at > 0, link + " is not in\n" + page);
    String rest = page.substring(at);
    return rest.split("</li>|</tr>", 2)[0];
  }

  @Test
  void english_pages_tell_the_same() {
    holds(
        text(site, "/en" + DONE),
        "Establishing case-based working",
        "This procedure is finished. The last step was Evaluation, begun on 1 March 2023.",
        "Positive with conditions");
    holds(text(site, "/en" + MEETING), "Meeting of the College in February 2021", "no subject");
    holds(text(site, "/en/procedures"), "Finished procedures", "Establishing case-based working");
  }

  @Test
  void a_page_leads_to_the_record_in_rdf_and_says_that_it_is_made_up() {
    holds(
        body(site, DONE),
        "type=\"text/turtle\" href=\"/doc/procedure/2020-zaakgericht-werken.ttl\"",
        "type=\"application/ld+json\" href=\"/doc/procedure/2020-zaakgericht-werken.jsonld\"",
        "class=\"samplemark\"");
    holds(body(site, MEETING), "href=\"/doc/vergadering/2021-cvd-februari.ttl\"");
  }

  @ParameterizedTest
  @CsvSource({"/procedures/2020-nergens", "/vergaderingen/2020-nergens"})
  void what_is_not_there_is_not_found(String path) {
    assertEquals(404, site.get(path).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/procedures, Er is nog geen procedure vastgelegd., #Procedure",
    "/vergaderingen, Er is nog geen vergadering vastgelegd., #Meeting",
    "/en/procedures, No procedure has been recorded yet., #Procedure",
  })
  void real_catalogue_has_none_and_says_so(String path, String said, String fields) {
    HttpResponse<String> page = CuratedServer.get(path, "Accept", "text/html");
    assertEquals(200, page.statusCode());
    holds(page.body(), said, fields + "\">");
  }

  @Test
  void papers_of_an_item_tell_of_each_standard_in_the_set_what_binding_it_would_ask() {
    String papers = text(site, "/vergaderingen/2021-cvd-februari/punt-2");
    holds(papers, "Zaken API-standaard", "Slaat zaken op en wisselt ze uit.", "1.5.1");
    holds(papers, "1 gemeente gebruikt het al", "2 gemeenten moeten het dan uitleggen");
    assertFalse(papers.contains("StUF-ZKN"), "it is not in the set");
    String rows = body(site, "/wat-als.csv?standaard=zaken-api&wat=verplicht&dag=2028-01-01");
    assertEquals(2, rows.lines().filter(it -> it.contains("Uitleg die nodig is")).count(), rows);
  }

  @Test
  void papers_of_an_item_that_names_a_procedure_tell_of_what_that_is_about() {
    String meeting =
        """
        BASE <https://w3id.org/standaardencatalogus/id/vergadering/>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <2021-cvd-mei> a sc:Meeting ; dct:title "Vergadering in mei"@nl ; sc:heldOn "2021-05-11"^^xsd:date ;
          sc:meetingBody <https://w3id.org/standaardencatalogus/id/organisatie/college-van-dienstverleningszaken> ;
          sc:agendaItem <2021-cvd-mei#punt-1> .
        <2021-cvd-mei#punt-1> a sc:AgendaItem ; sc:order 1 ; dct:title "Voortgang"@nl ;
          sc:concerns <https://w3id.org/standaardencatalogus/id/procedure/2020-zaakgericht-werken> .
        """;
    try (Site other = Site.with(meeting)) {
      holds(text(other, "/vergaderingen/2021-cvd-mei/punt-1"), "Slaat zaken op en wisselt ze uit.");
    }
  }

  /** A meeting of the College that has one item on its agenda, after it advised before. */
  private static final String NEXT_MEETING =
      """
      BASE <https://w3id.org/standaardencatalogus/id/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      <vergadering/2026-cvd> a sc:Meeting ; dct:title "Vergadering in november"@nl ;
        sc:heldOn "2026-11-12"^^xsd:date ;
        sc:meetingBody <organisatie/college-van-dienstverleningszaken> ;
        sc:agendaItem <vergadering/2026-cvd#punt-1> .
      <vergadering/2026-cvd#punt-1> a sc:AgendaItem ; sc:order 1 ; dct:title "Zaken"@nl ;
        sc:concerns <%s> .
      """;

  /** An advice of that day and what the board made of it, of which no procedure has a step. */
  private static final String TAKEN =
      """
      <besluit/2026-advies> a sc:Decision ; dct:title "Advies over de Zaken API"@nl ;
        sc:decisionBody <organisatie/college-van-dienstverleningszaken> ;
        sc:decisionKind def:besluitsoort\\/cvd-advies ; sc:decidedOn "2026-11-12"^^xsd:date ;
        sc:covers <standaard/zaken-api> .
      <besluit/2026-besluit> a sc:Decision ; dct:title "De Zaken API wordt verplicht"@nl ;
        sc:decisionBody <organisatie/vng> ; sc:force def:vng-verbindendheid\\/verplicht ;
        sc:decisionKind def:besluitsoort\\/bestuursbesluit ; sc:decidedOn "2026-11-20"^^xsd:date ;
        sc:effectiveFrom "2027-01-01"^^xsd:date ; sc:covers <standaard/zaken-api> .
      """;

  @Test
  void papers_of_an_item_have_what_was_brought_in_and_a_text_to_begin_with() {
    holds(
        text(site, "/en/vergaderingen/2021-cvd-februari/punt-2"),
        "Zaakgericht werken",
        "Positive with conditions",
        "Positief advies, met voorwaarden.");
    try (Site next = Site.with(NEXT_MEETING.formatted("standaard/zgw"))) {
      holds(
          text(next, "/en/vergaderingen/2026-cvd/punt-1"),
          "gezien de 2 reacties op de consultatie, waarvan 1 met een antwoord,",
          "adviseert het bestuur van de VNG om API-standaarden voor Zaakgericht werken vast te"
              + " stellen als …",
          "overwegende dat 1 van de 3 gemeenten opgeven Zaken API-standaard in productie te"
              + " hebben");
    }
  }

  @Test
  void papers_draft_nothing_that_the_meeting_took_already() {
    String before = text(site, MEETING + "/punt-2");
    holds(before, "Dit is al vastgelegd", "Advies: stel zaakgericht werken vast");
    assertFalse(before.contains("Ontwerptekst"), before);
    try (Site taken = Site.with(NEXT_MEETING.formatted("standaard/zaken-api") + TAKEN)) {
      String papers = text(taken, "/vergaderingen/2026-cvd/punt-1");
      holds(papers, "Dit is al vastgelegd", "Advies over de Zaken API");
      assertFalse(papers.contains("Ontwerptekst"), papers);
    }
  }

  @Test
  void papers_count_for_the_day_that_a_decision_names() {
    try (Site taken = Site.with(NEXT_MEETING.formatted("standaard/zaken-api") + TAKEN)) {
      String papers = text(taken, "/vergaderingen/2026-cvd/punt-1");
      holds(papers, "Als dit op 1 januari 2027 verplicht wordt");
      assertFalse(papers.contains("2028"), papers);
    }
  }

  @Test
  void a_step_that_is_over_is_not_the_one_of_now() {
    try (Site over = Site.with(consultation("2026-10-01", "2026-10-31") + UNANSWERED)) {
      String page = text(over, RUNNING);
      holds(
          page,
          "De stap Openbare consultatie liep tot en met 31 oktober 2026; een volgende is nog niet"
              + " vastgelegd of begonnen.",
          "1 reactie, nog zonder antwoord",
          "Hierop is nog geen antwoord vastgelegd.");
      assertFalse(page.contains("· nu"), page);
      holds(
          text(over, "/standaarden/zaken-api"),
          "De stap Openbare consultatie liep tot en met 31 oktober 2026.");
      holds(text(over, "/procedures"), "Openbare consultatie (voorbij sinds 31 oktober 2026)");
    }
  }

  private static final String UNANSWERED =
      """
      <2026-zaken-api#consultatie> sc:reaction <2026-zaken-api#reactie> .
      <2026-zaken-api#reactie> a sc:Reaction ; dct:description "Te vroeg."@nl ;
        sc:reactedBy <https://identifier.overheid.nl/tooi/id/gemeente/gm0014> .
      """;

  @Test
  void an_item_whose_reaction_nobody_answered_is_not_drafted_as_if_somebody_did() {
    String more =
        consultation("2026-10-01", "2026-10-31")
            + UNANSWERED
            + NEXT_MEETING.formatted("standaard/zaken-api");
    try (Site over = Site.with(more)) {
      String papers = text(over, "/vergaderingen/2026-cvd/punt-1");
      holds(papers, "gezien de reactie op de consultatie, waarop nog geen antwoord is vastgelegd,");
    }
  }

  @Test
  void advice_and_decision_that_are_no_steps_are_told_as_such() {
    String more =
        consultation("2026-10-01", "2026-10-31") + NEXT_MEETING.formatted("standaard/zgw") + TAKEN;
    try (Site apart = Site.with(more)) {
      String page = text(apart, RUNNING);
      String told = "Niet als stap vastgelegd. Los van deze procedure staat in de catalogus wel: ";
      holds(
          page,
          "Advies " + told + "Advies over de Zaken API",
          "Besluit " + told + "De Zaken API wordt verplicht",
          "Wat komt hierna Publicatie");
      assertFalse(page.contains("Advies nog niet begonnen"), page);
    }
  }

  @ParameterizedTest
  @CsvSource({DONE, MEETING + "/punt-2"})
  void assessment_is_told_criterion_by_criterion_with_its_motivation(String path) {
    holds(
        text(site, path),
        "Toets aan de criteria Zaken API-standaard Getoetst op: 12 juni 2020. Door VNG Realisatie .",
        "Openheid De standaard zelf Ieder kan de standaard lezen. Voldoet geen motivering",
        "Draagvlak De omgeving van de standaard Voldoet deels Kleine gemeenten twijfelen. Bron:"
            + " Rapport van de experts");
    holds(body(site, path), "<a href=\"https://example.org/zgw/toets\">Toets van de Zaken API</a>");
  }

  @Test
  void where_no_assessment_is_recorded_that_is_what_it_says() {
    String none = "geen toets op openheid, volwassenheid, beheer, draagvlak en impact vastgelegd.";
    holds(text(running, RUNNING), "Van deze procedure is " + none);
    holds(text(site, MEETING + "/punt-1"), "Bij dit agendapunt is " + none);
  }

  @Test
  void an_item_about_nothing_here_has_no_text_and_one_that_is_not_there_no_papers() {
    String opening = text(site, "/vergaderingen/2021-cvd-februari/punt-1");
    holds(opening, "Dit agendapunt gaat over geen standaard in de catalogus.");
    assertFalse(opening.contains("Ontwerptekst"), opening);
    assertEquals(404, site.get("/vergaderingen/2021-cvd-februari/punt-9").statusCode());
    assertEquals(404, site.get("/vergaderingen/nergens/punt-1").statusCode());
  }
}
