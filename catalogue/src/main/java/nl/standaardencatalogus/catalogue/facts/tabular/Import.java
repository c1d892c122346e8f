package nl.standaardencatalogus.catalogue.facts.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.sys.JenaSystem;

/** Turns the tables of facts into the records of the catalogue. */
public final class Import {
  private static final String INDEX = "index.txt";
  private static final String OUTLINES = "municipalities.geojson";
  private static final String BY_DECISION =
      "how binding a standard is for municipalities follows from decisions, see written/";
  private static final String ELSEWHERE = "stands in another column or row that has a place";
  private static final String COUNTED = "is counted from the municipalities, never recorded";

  private final Path folder;
  private final Unplaced unplaced = new Unplaced();
  private final List<Table> tables = new ArrayList<>();
  private final List<TurtleFile> files = new ArrayList<>();

  private Import(Path folder) {
    JenaSystem.init();
    this.folder = folder;
  }

  /**
   * What came of the tables.
   *
   * @param records the number of records in each file that was written, by its name
   * @param unplaced rows, cells and columns that are in none of them, each with its place and why
   */
  public record Result(Map<String, Integer> records, List<String> unplaced) {}

  /**
   * Reads all tables, and then writes all files and the index of the folder.
   *
   * @throws TableException when a table is missing or cannot be read; nothing is written then
   * @throws UncheckedIOException when a file cannot be written
   */
  public static Result run(Path tables, Path records) {
    Import task = new Import(tables);
    task.read();
    task.tables.forEach(table -> table.reportUnread(task.unplaced));
    task.write(records);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    task.files.forEach(file -> sizes.put(file.name(), file.size()));
    return new Result(sizes, task.unplaced.lines());
  }

  private void write(Path records) {
    try {
      Files.createDirectories(records);
    } catch (IOException e) {
      throw new UncheckedIOException(records + " cannot be made", e);
    }
    files.forEach(file -> file.write(records));
    writeIndex(records);
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
    Table provinceTable = table("provinces.csv");
    Provinces provinces = new Provinces();
    provinces.read(provinceTable);
    provinceTable.leaveOut(ELSEWHERE, "tooi_uri");
    provinceTable.leaveOut(COUNTED, "municipalities", "population_2026");
    Outlines outlines = new Outlines(municipalities.file(), unplaced);
    read(outlines);
    List<Table> past =
        List.of(table("municipality_history.csv"), table("municipality_history_2000_2009.csv"));
    History history = new History(municipalities.file(), unplaced);
    history.read(past);
    past.forEach(each -> each.leaveOut(ELSEWHERE, "kind"));
    files.addAll(List.of(municipalities.file(), provinces.file(), outlines.file()));
    files.addAll(history.files());
    return municipalities;
  }

  private void partners(Organisations organisations) {
    Table table = table("rijk_partners.csv");
    Partners partners = new Partners(organisations, unplaced);
    partners.read(table);
    files.add(partners.file());
  }

  private void cooperations(TurtleFile municipalities) {
    Table table = table("cooperations.csv");
    Table members = table("cooperation_members.csv");
    Cooperations cooperations = new Cooperations(municipalities, unplaced);
    cooperations.read(table, members);
    table.leaveOut(ELSEWHERE, "organisation_in_tooi", "member_count");
    members.leaveOut(ELSEWHERE, "coop_name", "member_tooi_uri", "member_current");
    files.addAll(List.of(cooperations.file(), cooperations.bodies()));
  }

  private Standards standards(Organisations organisations) {
    Table table = table("standards.csv");
    Standards standards = new Standards(organisations, unplaced);
    standards.read(table);
    table.leaveOut(BY_DECISION, "vng_status", "vng_effective_date", "vng_status_source");
    table.leaveOut(ELSEWHERE, "based_on", "part_of", "successor_of");
    Table versionTable = table("versions.csv");
    Versions versions = new Versions(standards.file(), unplaced);
    versions.read(versionTable);
    files.addAll(List.of(standards.file(), versions.file()));
    return standards;
  }

  private void architecture(Standards standards) {
    Table table = table("architecture.csv");
    Architecture architecture = new Architecture(unplaced);
    architecture.read(table);
    Table relationTable = table("relations.csv");
    Relations relations = new Relations(standards.file(), architecture.file(), unplaced);
    relations.read(relationTable);
    relations.compare(Table.read(folder, "standards.csv"));
    files.addAll(List.of(architecture.file(), relations.file()));
  }

  /** A table that is read to the end: what nobody asks of it is reported. */
  private Table table(String name) {
    Table table = Table.read(folder, name);
    tables.add(table);
    return table;
  }

  private void read(Outlines outlines) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(OUTLINES)))) {
      outlines.read(JSON.parse(in));
    } catch (NoSuchFileException e) {
      throw new TableException(OUTLINES, "there is no such file in the folder", e);
    } catch (IOException | JsonException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new TableException(OUTLINES, "it cannot be read: " + e.getMessage(), e);
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
