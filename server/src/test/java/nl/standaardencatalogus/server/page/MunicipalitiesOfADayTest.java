package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of municipalities is that of the day. */
class MunicipalitiesOfADayTest {
  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String page(String path) {
    return site.get(path).body();
  }

  private static List<String> names(Overviews overviews, String day) {
    return overviews
        .of(CuratedServer.catalogue().snapshot(), LocalDate.parse(day))
        .municipalities()
        .stream()
        .map(Municipality::name)
        .toList();
  }

  @Test
  void after_the_real_reorganisations_there_are_as_many_as_there_were() {
    Overviews overviews =
        new Overviews(Questions.load(), new Searches(), number -> Optional.empty());
    List<String> before = names(overviews, "2018-12-31");
    assertEquals(380, before.size());
    assertTrue(before.contains("Winsum") && !before.contains("Het Hogeland"), before::toString);
    assertTrue(before.indexOf("Bedum") < before.indexOf("Beek"), "by name, gone or not");
    List<String> after = names(overviews, "2019-01-01");
    assertEquals(355, after.size());
    assertTrue(!after.contains("Winsum") && after.contains("Het Hogeland"), after::toString);
    assertEquals(342, names(overviews, "2026-11-28").size());
  }

  @Test
  void who_was_there_then_is_listed_then_and_counted_on_every_page() {
    String then = page("/gemeenten?op=2018-06-01");
    assertTrue(then.contains("4 van 4 gemeenten"), then);
    assertTrue(then.contains(">Zuidhorn</a></th>"), then);
    assertTrue(page("/?op=2018-06-01").contains("Eén keer ontwikkelen, 4 keer toepassen"));
    String now = page("/gemeenten");
    assertTrue(now.contains("3 van 3 gemeenten"), now);
    assertFalse(now.contains(">Zuidhorn</a>"), now);
  }

  @Test
  void who_has_no_outline_is_not_on_the_map_and_is_counted() {
    assertTrue(page("/gemeenten?op=2018-06-01").contains("2 gemeenten van deze dag staan niet op"));
    assertTrue(page("/gemeenten").contains("1 gemeente van deze dag staat niet op de kaart"));
  }

  @Test
  void who_existed_on_the_day_is_not_called_a_former_one() {
    assertFalse(page("/gemeenten?q=zuidhorn&op=2018-06-01").contains("Voormalige gemeenten"));
    assertTrue(page("/gemeenten?q=zuidhorn").contains("Voormalige gemeenten"));
  }

  @ParameterizedTest
  @CsvSource({"den+bosch, gm0796", "den+haag, gm0518", "s-gravenhage, gm0518"})
  void who_is_called_by_another_name_is_found_by_it(String name, String code) {
    String page = CuratedServer.get("/gemeenten?q=" + name, "Accept", "text/html").body();
    assertTrue(page.contains("1 van 342 gemeenten"), page);
    assertTrue(page.contains("href=\"/gemeenten/" + code + "\""), page);
  }
}
