package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
  /** What is answered, also to who is cut off before all was sent. */
  private static String raw(String request) throws IOException {
    var answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("localhost", CuratedServer.at("/").getPort())) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      } catch (SocketException cutOff) {
        // What was said before that is read below; nothing at all fails the test.
      }
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException cutOff) {
        assertTrue(answer.size() > 0, "cut off without an answer");
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void it_says_that_it_lives_and_is_ready() {
    assertEquals(200, CuratedServer.get("/health/live").statusCode());
    assertTrue(CuratedServer.get("/health/ready").body().contains("\"ready\""));
    assertTrue(CuratedServer.get("/metrics").body().contains("catalogue_records "));
  }

  @Test
  void every_door_is_guarded_by_the_same_headers() {
    for (String path :
        List.of("/", "/sparql?query=ASK%7B%7D", "/doc/standaard/zaken-api", "/nope")) {
      HttpResponse<String> response = CuratedServer.get(path);
      assertTrue(response.headers().firstValue("Content-Security-Policy").isPresent(), path);
      assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
      assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
      assertTrue(response.headers().firstValue("Server").isEmpty(), path);
    }
  }

  @Test
  void another_site_may_ask_whether_it_may_read() {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request("/sparql", "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, response.statusCode());
    assertTrue(
        response.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/standaarden", "/standaarden/zaken-api", "/gemeenten/gm0363/geldt"})
  void who_asks_what_a_page_can_do_is_told(String path) {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request(path, "Accept", "text/html")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, response.statusCode(), response.headers() + response.body());
    assertEquals("GET, HEAD, OPTIONS", response.headers().firstValue("Allow").orElse(""));
    assertEquals("", response.body());
  }

  @Test
  void an_address_with_a_slash_too_many_is_sent_on_with_what_was_asked() throws IOException {
    String sent = raw("GET /standaarden/?q=zaken HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(sent.startsWith("HTTP/1.1 301"), sent);
    assertTrue(sent.contains("\r\nLocation: /standaarden?q=zaken\r\n"), sent);
    assertEquals(200, CuratedServer.get("/").statusCode());
    assertEquals(404, CuratedServer.get("/nergens/").statusCode());
  }

  @Test
  void nothing_can_be_written() {
    for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
      HttpResponse<String> response =
          CuratedServer.send(
              CuratedServer.request("/doc/standaard/zaken-api")
                  .method(method, BodyPublishers.ofString("x")));
      assertEquals(405, response.statusCode(), method);
    }
  }

  @Test
  void what_is_not_there_is_a_problem_for_programs_and_a_page_for_people() {
    HttpResponse<String> program = CuratedServer.get("/nope", "Accept", "application/json");
    assertEquals(404, program.statusCode());
    assertTrue(
        program
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json"));
    HttpResponse<String> person = CuratedServer.get("/nope", "Accept", "text/html");
    assertEquals(404, person.statusCode());
    assertTrue(person.body().strip().startsWith("<!DOCTYPE html>"), person::body);
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request("/sparql", "Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("#".repeat(300 << 10))));
    assertEquals(413, response.statusCode());
  }

  @Test
  void who_sends_too_much_reads_why_and_can_go_on() throws IOException {
    String large =
        "PUT /api/v1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2097152\r\n\r\n"
            + "#".repeat(2 << 20);
    String next = "GET /nope HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      String answers = raw(large + next);
      assertTrue(answers.startsWith("HTTP/1.1 413"), answers);
      assertTrue(answers.contains("HTTP/1.1 404"), answers);
    }
  }

  @Test
  void a_body_in_chunks_that_nobody_asked_for_is_taken_too() throws IOException {
    String chunk = "8000\r\n" + "#".repeat(0x8000) + "\r\n";
    String next = "GET /nope HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    String unasked = "POST /nope HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      String answers = raw(unasked + chunk.repeat(4) + "0\r\n\r\n" + next);
      assertTrue(answers.startsWith("HTTP/1.1 404"), answers);
      assertTrue(answers.lastIndexOf("HTTP/1.1 404") > 0, answers);
    }
  }

  @Test
  void an_answer_stands_when_the_body_turns_out_to_be_too_large() throws IOException {
    String chunk = "8000\r\n" + "#".repeat(0x8000) + "\r\n";
    String endless = "POST /nope HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    String answer = raw(endless + chunk.repeat(12) + "0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    assertTrue(answer.contains("\r\nContent-Security-Policy: "), answer);
  }

  @Test
  void who_announces_a_body_and_sends_none_keeps_nobody_waiting() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = new Socket("localhost", CuratedServer.at("/").getPort());
        silent.add(socket);
        socket
            .getOutputStream()
            .write("POST /nope HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n".getBytes());
      }
      String next = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      for (int i = 0; i < 20; i++) {
        assertTrue(raw(next).startsWith("HTTP/1.1 200"));
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void ambiguous_addresses_are_refused() throws IOException {
    for (String path :
        List.of("/..%2f..%2fetc/passwd", "/static/..%2f..%2fpom.xml", "/a;b=c/%2e%2e/d")) {
      String answer =
          raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
    }
  }

  @Test
  void a_foreign_host_is_not_repeated_in_any_link() {
    String page =
        CuratedServer.get("/", "Accept", "text/html", "X-Forwarded-Host", "evil.example").body();
    assertTrue(!page.contains("evil.example"));
  }
}
