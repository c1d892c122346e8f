package nl.standaardencatalogus.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
  private static final List<String> OFFERED =
      List.of("text/turtle", "application/ld+json", "text/html");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          none                                             | text/turtle
          ''                                               | text/turtle
          */*                                              | text/turtle
          text/*                                           | text/turtle
          application/*                                    | application/ld+json
          text/html;q=0.5, application/ld+json;q=0.6       | application/ld+json
          text/turtle;q=0.2, */*;q=0.5                     | application/ld+json
          text/turtle;q=0, */*                             | application/ld+json
          text/turtle;q=0.000, text/*, */*;q=0.1           | text/html
          text/html, */*                                   | text/html
          */*;q=0.1, text/*;q=0.3, text/turtle;q=0.2       | text/html
          TEXT/HTML;Q=1.0                                  | text/html
          application/ld+json;profile="a, text/html"       | application/ld+json
          application/ld+json ; q = 0.3 , text/html ;q=0.4 | text/html
          image/png                                        | none
          text/turtle;q=0                                  | none
          text/turtle;q=loud, text/html;q=0.1              | text/html
          nonsense, text/html                              | text/html
          nonsense                                         | text/turtle
          ,,text/html,                                     | text/html
          */html, text/html;q=0.1                          | text/html
          """)
  void the_most_specific_range_says_how_welcome_a_type_is(String header, String best) {
    assertEquals(best, Accept.best(header, OFFERED).orElse(null));
  }
}
