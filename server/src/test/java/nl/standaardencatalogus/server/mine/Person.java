package nl.standaardencatalogus.server.mine;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Node;

/**
 * Somebody with a browser without script: keeps his cookies and sends forms with what is in them.
 */
public final class Person {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern SEAL = Pattern.compile("name=\"zegel\" value=\"([^\"]+)\"");
  private static final Pattern BASIS = Pattern.compile("name=\"basis\" value=\"([^\"]+)\"");

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final String address;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Person(String address) {
    this.address = address;
  }

  /** Somebody who has logged in at a server under a name, as a role of an organisation. */
  public static Person at(
      TestServer server, String login, String name, Node organisation, Role role)
      throws IOException, InterruptedException {
    Person person = new Person(server.address());
    int status = person.login(login, server.password(login, name, organisation, role)).statusCode();
    if (status != 303) {
      throw new IllegalStateException("Logging in as " + login + " answers " + status);
    }
    return person;
  }

  /** Somebody else at the same browser. */
  public static Person with(Person other) {
    Person person = new Person(other.address);
    person.cookies.putAll(other.cookies);
    return person;
  }

  /** Has his browser show something else than it was given. */
  public void changeCookie(String name, UnaryOperator<String> change) {
    cookies.computeIfPresent(name, (same, value) -> change.apply(value));
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** What a program is given. */
  public String data(String path, String accept) throws IOException, InterruptedException {
    return send(request(path).setHeader("Accept", accept).GET()).body();
  }

  /** Sends names and values by turns, and nothing else. */
  public HttpResponse<String> post(String path, String... fields)
      throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(pairs.stream().collect(Collectors.joining("&")))));
  }

  /** Opens a page and sends its form, with what is hidden in it. */
  public HttpResponse<String> fill(String path, String... fields)
      throws IOException, InterruptedException {
    String page = get(path).body();
    List<String> all = new ArrayList<>(List.of("zegel", seal(page), "basis", basis(page)));
    all.addAll(List.of(fields));
    return post(path, all.toArray(String[]::new));
  }

  /** What is downloaded. */
  byte[] file(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = CLIENT.send(request(path).build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + response.statusCode());
    }
    return response.body();
  }

  /** Opens a page and sends its form with a file. */
  public HttpResponse<String> upload(String path, String name, byte[] file)
      throws IOException, InterruptedException {
    return upload(path, name, file, seal(get(path).body()));
  }

  /** Sends a form with a file, and with what is claimed to have stood in it. */
  HttpResponse<String> upload(String path, String name, byte[] file, String seal)
      throws IOException, InterruptedException {
    String border = "grens-van-de-delen";
    String part = "--" + border + "\r\nContent-Disposition: form-data; name=";
    String start =
        part
            + "\"zegel\"\r\n\r\n"
            + seal
            + "\r\n"
            + part
            + "\"bestand\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + border)
            .POST(
                BodyPublishers.ofByteArrays(
                    List.of(
                        start.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
  }

  public HttpResponse<String> login(String name, String password)
      throws IOException, InterruptedException {
    return post("/inloggen", "naam", name, "wachtwoord", password, "verder", "/mijn");
  }

  /** Logs in at the page that he was shown instead of what he asked, with all that is in it. */
  public HttpResponse<String> loginAt(String page, String name, String password)
      throws IOException, InterruptedException {
    List<String> fields = new ArrayList<>(List.of("naam", name, "wachtwoord", password));
    HIDDEN
        .matcher(page)
        .results()
        .forEach(
            field -> {
              fields.add(field.group(1));
              fields.add(field.group(2).replace("&#34;", "\"").replace("&amp;", "&"));
            });
    return post("/inloggen", fields.toArray(String[]::new));
  }

  public static String seal(String page) {
    return first(SEAL, page);
  }

  public static String basis(String page) {
    return first(BASIS, page);
  }

  private static String first(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    return matcher.find() ? matcher.group(1) : "0";
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
    String all =
        cookies.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? request : request.header("Cookie", all);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    for (String set : response.headers().allValues("Set-Cookie")) {
      String[] pair = set.substring(0, set.indexOf(';')).split("=", 2);
      cookies.put(pair[0], pair[1]);
      cookies.values().removeIf(String::isEmpty);
    }
    return response;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
