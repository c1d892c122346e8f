package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Questions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The question library of a running catalogue with the curated facts. */
class LibraryOverHttpTest {
  private static final String PATH = "/sparql/vragen/";

  static Stream<LibraryQuestion> questions() {
    return Library.of(Questions.load()).all().stream();
  }

  @BeforeAll
  static void awaitHistory() throws InterruptedException {
    CuratedServer.catalogue().history().await(1, Progress.silent());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void endpoint_answers_the_query_as_the_library_does(LibraryQuestion question) {
    String values = values(question);
    HttpResponse<String> query =
        patiently(() -> CuratedServer.get(PATH + question.name() + ".rq" + values));
    assertEquals(200, query.statusCode(), query.body());
    HttpResponse<String> asked =
        patiently(
            () ->
                CuratedServer.send(
                    CuratedServer.request(
                            question.endpoint() == Endpoint.HISTORY
                                ? "/sparql/historie"
                                : "/sparql",
                            "Content-Type",
                            "application/sparql-query",
                            "Accept",
                            "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(query.body()))));
    assertEquals(200, asked.statusCode(), asked.body());
    HttpResponse<String> told =
        patiently(() -> CuratedServer.get(PATH + question.name() + ".csv" + values));
    assertEquals(asked.body(), told.body());
  }

  /**
   * Two seconds, which these tests have, are short for a machine that does other things as well.
   */
  private static HttpResponse<String> patiently(Supplier<HttpResponse<String>> ask) {
    HttpResponse<String> answer = ask.get();
    for (int again = 0; again < 5 && answer.statusCode() == 503; again++) {
      answer = ask.get();
    }
    return answer;
  }

  private static String values(LibraryQuestion question) {
    return question.parameters().stream()
        .map(
            parameter ->
                parameter.name()
                    + "="
                    + URLEncoder.encode(
                        parameter.text(parameter.example()), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  @Test
  void answer_about_the_history_is_whole_after_its_transaction() {
    List<String> rows =
        patiently(() -> CuratedServer.get(PATH + "gewijzigd-sinds.csv?since=2020-01-01"))
            .body()
            .lines()
            .toList();
    assertTrue(rows.size() > 2_000, () -> "only " + rows.size());
    for (String row : rows.subList(1, rows.size())) {
      assertTrue(row.contains("activitystreams#") && !row.endsWith(","), row);
    }
  }

  @Test
  void workbench_link_fits_in_an_address() {
    questions()
        .forEach(
            question -> {
              String page = CuratedServer.get(PATH + question.name()).body();
              String link =
                  page.replaceAll("(?s).*href=\"(/sparql[^\"]*[?]query=[^\"]*)\".*", "$1");
              assertFalse(link.length() > 8_000, question.name() + ": " + link.length());
            });
  }
}
