package nl.standaardencatalogus.server.mine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.account.Keys;
import nl.standaardencatalogus.server.sheet.Column;
import nl.standaardencatalogus.server.sheet.Columns;
import nl.standaardencatalogus.server.sheet.Key;
import nl.standaardencatalogus.server.sheet.Line;
import nl.standaardencatalogus.server.sheet.Sheet;
import nl.standaardencatalogus.server.sheet.UnreadableSheet;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * How long it takes to send a sheet in which every row changes something, to look at what would
 * come of it, and to have it taken over: a row for each standard that there is.
 *
 * <p>Arguments: a data folder with made-up declarations, which is changed; the code of a
 * municipality; how often.
 */
final class SheetBenchmark {
  private static final Pattern SEEN = Pattern.compile("name=\"gezien\" value=\"([^\"]+)\"");

  private final TestServer server;
  private final Person person;
  private final String code;
  private final Columns columns = new Columns(FormShape.of(Rules.load(), SC.DECLARATION_CLASS));

  private SheetBenchmark(TestServer server, Person person, String code) {
    this.server = server;
    this.person = person;
    this.code = code;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    String code = arguments[1];
    try (TestServer server = TestServer.on(folder, "SAMPLE", "true")) {
      Instant now = Instant.now();
      String password =
          new Keys(folder.resolve("keys"))
              .makeForPeople(
                  "meting-" + now.getEpochSecond(),
                  "meting",
                  Iris.municipality(code).getURI(),
                  Set.of(Role.MUNICIPALITY),
                  now,
                  now.plusSeconds(3600))
              .text();
      Person person = new Person(server.address());
      person.login("meting-" + now.getEpochSecond(), password);
      SheetBenchmark benchmark = new SheetBenchmark(server, person, code);
      for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
        benchmark.run(i);
      }
    }
  }

  private void run(int number) throws IOException, InterruptedException, UnreadableSheet {
    String home = "/mijn/" + code;
    byte[] file = changed(person.file(home + "/opgaven.csv"), number);
    String seal = Person.seal(person.get(home + "/blad").body());
    long busy = busy();
    long start = System.nanoTime();
    HttpResponse<String> sent = person.upload(home + "/blad", "opgaven.csv", file, seal);
    String path = sent.headers().firstValue("Location").orElseThrow();
    long read = System.nanoTime();
    String page = person.get(path).body();
    long looked = System.nanoTime();
    Matcher seen = SEEN.matcher(page);
    if (!seen.find()) {
      throw new IllegalStateException(page);
    }
    HttpResponse<String> taken =
        person.post(
            path, "zegel", Person.seal(page), "gezien", seen.group(1), "actie", "overnemen");
    long end = System.nanoTime();
    busy = busy() - busy;
    String counts =
        Pattern.compile("<li>([^<]+: [0-9]+)</li>")
            .matcher(page)
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.joining(", "));
    System.out.printf(
        "run %d, %d kB: read %d ms, shown %d ms, taken over %d ms (%d); %d ms of processors in all"
            + "  %s  [load %.1f]%n",
        number,
        file.length >> 10,
        (read - start) / 1_000_000,
        (looked - read) / 1_000_000,
        (end - looked) / 1_000_000,
        taken.statusCode(),
        busy,
        counts,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The milliseconds of processors that this process took. */
  private static long busy() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  /** A sheet with a row for each standard, each with another product than before. */
  private byte[] changed(byte[] file, int number) throws UnreadableSheet {
    Sheet sheet = Sheet.read(file, columns);
    List<String> lines = new ArrayList<>();
    lines.add(
        sheet.columns().values().stream()
            .map(column -> column.heading().nl())
            .collect(Collectors.joining(";")));
    Set<String> keys = new TreeSet<>();
    for (Node standard : standards()) {
      keys.add(Key.of(Iris.declaration(code, Iris.lastSegment(standard))));
    }
    for (Line line : sheet.rows()) {
      keys.remove(sheet.cell(line, Column.Role.KEY));
      lines.add(row(sheet, line, null, number));
    }
    keys.forEach(key -> lines.add(row(sheet, new Line(0, List.of()), key, number)));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private List<Node> standards() {
    return server
        .catalogue()
        .snapshot()
        .graph()
        .find(Node.ANY, RDF.type.asNode(), SC.STANDARD_CLASS)
        .mapWith(Triple::getSubject)
        .toList();
  }

  private static String row(Sheet sheet, Line line, String key, int number) {
    Map<String, String> cells = new LinkedHashMap<>();
    sheet.columns().forEach((place, column) -> cells.put(column.name(), line.cell(place)));
    cells.put("productName", "Pakket " + number);
    if (key != null) {
      cells.put("KEY", key);
    }
    if (cells.get("phase.1.phaseValue").isEmpty()) {
      cells.put("phase.1.phaseValue", "Gepland");
      cells.put("phase.1.validFrom", "1-9-2024");
    }
    return cells.values().stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(";"));
  }
}
