package nl.standaardencatalogus.catalogue.facts.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.sys.JenaSystem;

/**
 * Turns the tables of facts into the records of the catalogue: {@code Import <csv-folder>
 * <turtle-folder>}. Prints what it wrote and all that it could not place.
 */
public final class Import {
  private static final String INDEX = "index.txt";
  private static final String BY_DECISION =
      "how binding a standard is for municipalities follows from decisions, see written/";
  private static final String ELSEWHERE = "stands in another column or row that has a place";
  private static final String COUNTED = "is counted from the municipalities, never recorded";

  private final Path tables;
  private final Unplaced unplaced = new Unplaced();
  private final List<TurtleFile> files = new ArrayList<>();

  private Import(Path tables) {
    JenaSystem.init();
    this.tables = tables;
  }

  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("Usage: Import <csv-folder> <turtle-folder>");
      System.exit(2);
    }
    try {
      run(Path.of(arguments[0]), Path.of(arguments[1]), System.out);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Reads all tables, writes all files and the index, and reports. */
  static void run(Path tables, Path records, PrintStream out) {
    Import task = new Import(tables);
    task.read();
    task.files.forEach(file -> file.write(records));
    writeIndex(records);
    task.files.forEach(file -> out.println(file.name() + ": " + file.size() + " records"));
    out.println("Not placed: " + task.unplaced.lines().size());
    task.unplaced.lines().forEach(line -> out.println("  " + line));
  }

  private void read() {
    Organisations organisations = new Organisations();
    Municipalities municipalities = municipalities(organisations);
    partners(organisations);
    cooperations(municipalities.file());
    Standards standards = standards(organisations);
    organisations.named("VNG Realisatie");
    files.add(organisations.file());
    architecture(standards);
  }

  private Municipalities municipalities(Organisations organisations) {
    Table table = table("municipalities.csv");
    Municipalities municipalities = new Municipalities(organisations, unplaced);
    municipalities.read(table);
    table.leaveOut(ELSEWHERE, "province", "province_code");
    table.reportUnread(unplaced);
    Table provinceTable = table("provinces.csv");
    Provinces provinces = new Provinces();
    provinces.read(provinceTable);
    provinceTable.leaveOut(ELSEWHERE, "tooi_uri");
    provinceTable.leaveOut(COUNTED, "municipalities", "population_2026");
    provinceTable.reportUnread(unplaced);
    Outlines outlines = new Outlines(municipalities.file(), unplaced);
    outlines.read(json("municipalities.geojson"));
    List<Table> past =
        List.of(table("municipality_history.csv"), table("municipality_history_2000_2009.csv"));
    History history = new History(municipalities.file(), unplaced);
    history.read(past);
    for (Table each : past) {
      each.leaveOut(ELSEWHERE, "kind");
      each.reportUnread(unplaced);
    }
    files.addAll(List.of(municipalities.file(), provinces.file(), outlines.file()));
    files.addAll(history.files());
    return municipalities;
  }

  private void partners(Organisations organisations) {
    Table table = table("rijk_partners.csv");
    Partners partners = new Partners(organisations, unplaced);
    partners.read(table);
    table.reportUnread(unplaced);
    files.add(partners.file());
  }

  private void cooperations(TurtleFile municipalities) {
    Table table = table("cooperations.csv");
    Table members = table("cooperation_members.csv");
    Cooperations cooperations = new Cooperations(municipalities, unplaced);
    cooperations.read(table, members);
    table.leaveOut(ELSEWHERE, "organisation_in_tooi", "member_count");
    table.reportUnread(unplaced);
    members.leaveOut(ELSEWHERE, "coop_name", "member_tooi_uri", "member_current");
    members.reportUnread(unplaced);
    files.addAll(List.of(cooperations.file(), cooperations.bodies()));
  }

  private Standards standards(Organisations organisations) {
    Table table = table("standards.csv");
    Standards standards = new Standards(organisations, unplaced);
    standards.read(table);
    table.leaveOut(BY_DECISION, "vng_status", "vng_effective_date", "vng_status_source");
    table.leaveOut(ELSEWHERE, "based_on", "part_of", "successor_of");
    table.reportUnread(unplaced);
    Table versionTable = table("versions.csv");
    Versions versions = new Versions(standards.file(), unplaced);
    versions.read(versionTable);
    versionTable.reportUnread(unplaced);
    files.addAll(List.of(standards.file(), versions.file()));
    return standards;
  }

  private void architecture(Standards standards) {
    Table table = table("architecture.csv");
    Architecture architecture = new Architecture(unplaced);
    architecture.read(table);
    table.reportUnread(unplaced);
    Table relationTable = table("relations.csv");
    Relations relations = new Relations(standards.file(), architecture.file(), unplaced);
    relations.read(relationTable);
    relations.compare(table("standards.csv"));
    relationTable.reportUnread(unplaced);
    files.addAll(List.of(architecture.file(), relations.file()));
  }

  private Table table(String name) {
    return Table.read(tables, name);
  }

  private JsonObject json(String name) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tables.resolve(name)))) {
      return JSON.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /**
   * Names every Turtle file below the folder, also those written by hand: a jar cannot be listed.
   */
  static void writeIndex(Path records) {
    try (Stream<Path> all = Files.walk(records)) {
      List<String> names =
          all.filter(file -> file.toString().endsWith(".ttl"))
              .map(file -> records.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      Files.writeString(
          records.resolve(INDEX), String.join("\n", names) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The index of the records cannot be written", e);
    }
  }
}
