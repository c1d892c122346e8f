package nl.standaardencatalogus.server.openid;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * A real Keycloak on a free port of loopback, in a process of its own, with the realm of {@code
 * realm.json}. It keeps everything in memory and forgets it at its end.
 */
final class Keycloak implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Path DIST = Path.of("target/keycloak");

  /** What no test here asks for only makes it slow. */
  private static final String WITHOUT =
      "--features-disabled=admin,admin-api,account,account-api,ciba,device-flow,kerberos,par,"
          + "impersonation,organization,client-policies";

  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Process process;
  private final String address;

  private Keycloak(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it; returns when it answers. The first start of a copy builds it. */
  static Keycloak start(String port, String catalogue) throws IOException, InterruptedException {
    Path home = home();
    Path log = DIST.resolve("keycloak.log");
    Path built = DIST.resolve("built");
    if (!Files.exists(built)) {
      Process build = run(home, log, "build", "--db=dev-mem", WITHOUT);
      if (!build.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
        end(build);
        throw new IllegalStateException("Keycloak was not built; see " + log);
      }
      Files.createFile(built);
    }
    Path realms = Files.createDirectories(home.resolve("data/import"));
    Files.writeString(realms.resolve("realm.json"), realm().replace("@CATALOGUE@", catalogue));
    String address = "http://localhost:" + port;
    Keycloak keycloak =
        new Keycloak(
            run(
                home,
                log,
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + address),
            address);
    keycloak.awaitReady(log);
    return keycloak;
  }

  private static Path home() throws IOException {
    try (Stream<Path> folders = Files.list(DIST)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  private static String realm() throws IOException {
    try (InputStream in = Keycloak.class.getResourceAsStream("realm.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Process run(Path home, Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("bin/kc.sh").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx768m");
    // It lives too short for the second compiler to pay.
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "beheer");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "beheer-wachtwoord");
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    return process;
  }

  private void awaitReady(Path log) throws InterruptedException {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).build();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (CLIENT.send(asked, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not there yet.
      }
      Thread.sleep(200);
    }
    close();
    throw new IllegalStateException("Keycloak does not answer; see " + log);
  }

  String issuer() {
    return address + "/realms/catalogus";
  }

  /** The access token of a program, by client credentials. */
  String program(String client) throws IOException, InterruptedException {
    return token(
            "catalogus",
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            client + "-geheim")
        .getString("access_token");
  }

  /** All tokens of somebody. */
  JsonObject person(String name) throws IOException, InterruptedException {
    return token(
        "catalogus",
        "grant_type",
        "password",
        "scope",
        "openid",
        "client_id",
        "proef-tokens",
        "client_secret",
        "proef-tokens-geheim",
        "username",
        name,
        "password",
        name + "-wachtwoord");
  }

  /** The access token of another realm of the same Keycloak. */
  String elsewhere() throws IOException, InterruptedException {
    return token(
            "master",
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            "beheer",
            "password",
            "beheer-wachtwoord")
        .getString("access_token");
  }

  /** The keys that the realm signs with. */
  String keys() throws IOException, InterruptedException {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/certs")).build(),
            BodyHandlers.ofString())
        .body();
  }

  private JsonObject token(String realm, String... form) throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < form.length; i += 2) {
      pairs.add(form[i] + "=" + URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
    }
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(address + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(pairs.stream().collect(Collectors.joining("&"))))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("No token: " + response.body());
    }
    return JSON.parse(response.body());
  }

  @Override
  public void close() {
    end(process);
  }

  /** The script may have a Java of its own below it. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
