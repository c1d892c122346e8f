package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Grid;
import nl.standaardencatalogus.server.sheet.Key;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import org.apache.jena.graph.Node;

/**
 * Many declarations at once, on a page: a row for each standard.
 *
 * @param path which it is sent to
 * @param headings above what can be filled in
 * @param overtaken how many rows somebody else changed since they were filled in
 * @param trouble what went wrong before, in a few words; null when nothing did
 * @param repair what to do about it
 */
public record GridPage(
    Frame frame,
    Me me,
    String municipality,
    String mine,
    String path,
    List<String> headings,
    List<Line> lines,
    long overtaken,
    String trouble,
    String repair) {
  /**
   * The row of a declaration.
   *
   * @param declared whether there is something that can still hold
   * @param changed who changed it since it was filled in, and when; null when nobody did
   */
  public record Line(
      Grid.Shown shown, boolean declared, boolean ticked, String changed, List<Cell> cells) {}

  /**
   * Something to fill in.
   *
   * @param there what there is now, where that is not what was filled in; null for nothing to tell
   */
  public record Cell(Grid.Cell shown, List<Option> options, String there) {}

  /** Something to choose. */
  public record Option(String value, String label) {}

  static GridPage of(
      View view,
      Session session,
      Node municipality,
      FormShape form,
      List<String> headings,
      List<Grid.Shown> now,
      List<Grid.Shown> filled,
      Rebased rebased) {
    String heading = view.t("grid.title");
    String name = view.name(municipality);
    String mine = "/mijn/" + Mine.code(municipality);
    Maker maker = new Maker(view, form, rebased);
    List<Line> lines =
        IntStream.range(0, filled.size())
            .mapToObj(i -> maker.line(now.get(i), filled.get(i)))
            .toList();
    return new GridPage(
        view.frame(
            heading,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, view.href(mine)),
                new Link(heading, null)),
            false),
        Me.of(view, session),
        name,
        view.href(mine),
        view.href(mine + Sheets.GRID),
        headings,
        lines,
        lines.stream().filter(line -> line.changed() != null).count(),
        null,
        null);
  }

  private record Maker(View view, FormShape form, Rebased rebased) {
    Line line(Grid.Shown now, Grid.Shown filled) {
      String key = filled.key();
      Node record = Key.record(key.substring(0, key.lastIndexOf('@'))).orElseThrow();
      boolean overtaken = rebased.overtaken().contains(record);
      List<Cell> cells =
          IntStream.range(0, filled.cells().size())
              .mapToObj(i -> cell(record, now.cells().get(i), filled.cells().get(i), overtaken))
              .toList();
      return new Line(
          filled,
          !key.endsWith("@0"),
          TypedRows.isTicked(rebased.typed().getOrDefault(key, Map.of())),
          overtaken ? Overtaken.by(view, record) : null,
          cells);
    }

    private Cell cell(Node record, Grid.Cell now, Grid.Cell filled, boolean overtaken) {
      List<Option> options = options(record, filled);
      boolean differs = overtaken && !now.value().isEmpty() && !now.value().equals(filled.value());
      String there = differs ? label(options, now.value()) : null;
      return new Cell(filled, options, there);
    }

    private static String label(List<Option> options, String value) {
      return options.stream()
          .filter(option -> option.value().equals(value))
          .map(Option::label)
          .findFirst()
          .orElse(value);
    }

    /** A version by its number, as the name of its standard is in the row already. */
    private List<Option> options(Node record, Grid.Cell cell) {
      List<String> labels = isVersion(cell) ? versions(record) : cell.choices();
      // Both ask the same question of the same state, so they are in the same order.
      List<String> shown = labels.size() == cell.choices().size() ? labels : cell.choices();
      List<Option> options =
          IntStream.range(0, shown.size())
              .mapToObj(i -> new Option(cell.choices().get(i), shown.get(i)))
              .collect(Collectors.toList());
      if (!cell.value().isEmpty() && !cell.choices().contains(cell.value())) {
        options.add(0, new Option(cell.value(), cell.value()));
      }
      return options;
    }

    private boolean isVersion(Grid.Cell cell) {
      return form.fields().stream()
          .filter(field -> field.name().equals(cell.name()))
          .map(Field::type)
          .anyMatch(SC.STANDARD_VERSION_CLASS::equals);
    }

    private List<String> versions(Node record) {
      Node standard = OwnDeclaration.of(record).standard();
      VersionNames names = new VersionNames(view, standard);
      List<Row> rows = view.ask("form/StandardVersion", "standard", standard);
      return rows.stream().map(row -> names.of(row.get("thing"), row.text("label"))).toList();
    }
  }

  /** The same, with word of what went wrong. */
  GridPage troubled(String what, String how) {
    return new GridPage(frame, me, municipality, mine, path, headings, lines, overtaken, what, how);
  }
}
