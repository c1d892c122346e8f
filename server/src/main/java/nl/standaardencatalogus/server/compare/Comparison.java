package nl.standaardencatalogus.server.compare;

import java.util.List;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Stage;

/**
 * Some things of one kind side by side.
 *
 * @param columns the things
 * @param groups what of them is compared, by subject
 */
public record Comparison(List<Link> columns, List<Group> groups) {
  /** What is compared about one subject. */
  public record Group(String title, List<Row> rows) {
    Group differing() {
      return new Group(title, rows.stream().filter(Row::differs).toList());
    }
  }

  /**
   * What is compared, with a cell for each of the things.
   *
   * @param declared whether it is what municipalities declared
   */
  public record Row(Link label, boolean declared, List<Cell> cells) {
    /** Whether they are not all alike in it. */
    public boolean differs() {
      return cells.stream().map(Cell::sameness).distinct().count() > 1;
    }
  }

  /**
   * What holds of one thing.
   *
   * @param stage how far it is; null where that is not what is compared
   * @param badges statuses; empty where that is not what is compared
   * @param since from when; null where not known
   */
  public record Cell(String text, Stage stage, List<Badge> badges, String since) {
    static Cell of(String text) {
      return new Cell(text, null, List.of(), null);
    }

    static Cell of(List<Badge> badges, String nothing) {
      return new Cell(badges.isEmpty() ? nothing : "", null, badges, null);
    }

    /** What decides whether it is like another: not since when, which nearly always differs. */
    private String sameness() {
      return text + stage + badges;
    }

    /** The same, in words alone. */
    String words() {
      String said = String.join(", ", badges.stream().map(Badge::label).toList());
      return said.isEmpty() ? text : said;
    }
  }

  /** The same, without what they are all alike in. */
  Comparison differing() {
    return new Comparison(
        columns,
        groups.stream().map(Group::differing).filter(group -> !group.rows().isEmpty()).toList());
  }
}
