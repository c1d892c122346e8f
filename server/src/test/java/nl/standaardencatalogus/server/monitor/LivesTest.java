package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.BitSet;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;

/** On the real reorganisations. */
class LivesTest {
  private static BitSet on(String day) {
    return Lives.in(CuratedServer.catalogue().snapshot().graph(), Questions.load())
        .on(LocalDate.parse(day));
  }

  @Test
  void of_each_day_those_that_there_were_are_counted() {
    assertEquals(380, on("2018-12-31").cardinality());
    assertEquals(355, on("2019-12-31").cardinality());
    assertEquals(352, on("2021-12-31").cardinality());
    assertEquals(345, on("2022-01-01").cardinality());
    assertEquals(344, on("2022-12-31").cardinality());
    assertEquals(342, on("2023-12-31").cardinality());
  }
}
