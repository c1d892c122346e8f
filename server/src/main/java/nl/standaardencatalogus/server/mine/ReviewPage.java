package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.mine.Judged.Difference;
import nl.standaardencatalogus.server.mine.Judged.Fate;
import nl.standaardencatalogus.server.mine.Judged.Said;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Columns;
import nl.standaardencatalogus.shapes.FormShape;
import org.apache.jena.graph.Node;

/**
 * A last look at a sheet: what would come of each row.
 *
 * @param path which the decision is sent to
 * @param upload where another sheet is sent, or the table that was filled in stands
 * @param table whether it was filled in on a page, and is no file
 * @param notes what is to know of the sheet as a whole
 * @param counts how many rows end how, in words
 * @param rows those that something is to be said of
 * @param wrong what is wrong in them, once more together
 * @param more how many more things are wrong
 * @param good how many rows would be taken over
 * @param seal tells what would be taken over from all else
 * @param told how the decision ended that was sent; null before one
 */
public record ReviewPage(
    Frame frame,
    Me me,
    String municipality,
    String mine,
    String path,
    String upload,
    boolean table,
    String file,
    List<String> notes,
    List<String> counts,
    List<Shown> rows,
    List<Wrong> wrong,
    int more,
    int good,
    String seal,
    boolean noReason,
    String told) {
  private static final int MOST_WRONG = 50;
  private static final Set<Fate> UNSAID = EnumSet.of(Fate.UNCHANGED, Fate.BEHIND, Fate.BLANK);

  /** A row. */
  public record Shown(
      String id, int number, Link about, Badge fate, List<Cell> cells, List<Message> messages) {}

  /** A cell that differs from what there is. */
  public record Cell(String column, String before, String after) {}

  /**
   * What is said of a row.
   *
   * @param column null for the whole row
   * @param rule null when no rule says it
   * @param form where it can be filled in when the table has no place for it; else null
   */
  public record Message(String column, String text, boolean refused, String rule, String form) {}

  /** Something that is wrong, and where. */
  public record Wrong(String id, String text) {}

  static ReviewPage of(
      View view,
      Session session,
      Node municipality,
      String id,
      Uploads.Upload upload,
      Review review,
      FormShape form,
      Columns columns) {
    Maker maker = new Maker(view, upload.isTable());
    List<Shown> rows =
        review.rows().stream()
            .filter(row -> !UNSAID.contains(row.fate()))
            .map(maker::shown)
            .toList();
    String name = view.name(municipality);
    String mine = "/mijn/" + Mine.code(municipality);
    String from = mine + (upload.isTable() ? Sheets.GRID : Sheets.PATH);
    String heading = view.t("review.title");
    List<Wrong> wrong = maker.wrong;
    return new ReviewPage(
        view.frame(
            wrong.isEmpty() ? heading : view.t("form.wrong", heading),
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, view.href(mine)),
                view.section(upload.isTable() ? "grid.title" : "sheet.title", from),
                new Link(heading, null)),
            false),
        Me.of(view, session),
        name,
        view.href(mine),
        view.href(mine + Sheets.PATH + "/" + id),
        view.href(upload.isTable() ? from + "?terug=" + id : from),
        upload.isTable(),
        upload.file(),
        upload.isTable()
            ? List.of()
            : SheetNotes.of(view, municipality, upload.sheet(), review, form, columns),
        counts(view, review),
        rows,
        wrong.stream().limit(MOST_WRONG).toList(),
        Math.max(0, wrong.size() - MOST_WRONG),
        review.changes().size(),
        Review.seal(review.changes()),
        false,
        null);
  }

  private static final class Maker {
    private final View view;
    private final boolean table;
    private final List<Wrong> wrong = new ArrayList<>();

    Maker(View view, boolean table) {
      this.view = view;
      this.table = table;
    }

    Shown shown(Judged row) {
      String id = "rij-" + row.number();
      Link about = about(row);
      List<Message> messages = row.said().stream().map(said -> message(row, said)).toList();
      messages.stream()
          .filter(Message::refused)
          .forEach(
              it -> wrong.add(new Wrong(id, where(row.number(), about, it) + " " + it.text())));
      return new Shown(
          id,
          row.number(),
          about,
          badge(row.fate()),
          row.differences().stream().map(this::cell).toList(),
          messages);
    }

    private String where(int number, Link about, Message message) {
      if (table && about != null) {
        return message.column() == null
            ? view.t("review.at.standard", about.label())
            : view.t("review.at.field", about.label(), message.column());
      }
      return message.column() == null
          ? view.t("review.at.row", String.valueOf(number))
          : view.t("review.at.cell", String.valueOf(number), message.column());
    }

    private Link about(Judged row) {
      if (row.record() == null) {
        return null;
      }
      OwnDeclaration about = OwnDeclaration.of(row.record());
      Node thing = about.label() == null ? about.standard() : about.version();
      return view.holds(thing) ? view.link(thing) : null;
    }

    private Badge badge(Fate fate) {
      String tone =
          switch (fate) {
            case NEW, CHANGED, CONFIRMED -> "pos";
            case OVERTAKEN -> "war";
            case REFUSED -> "neg";
            default -> "";
          };
      return new Badge(view.t("review.fate." + fate.text()), tone);
    }

    private Cell cell(Difference difference) {
      return new Cell(
          column(difference.place(), difference.label()),
          difference.before().isEmpty() ? view.t("review.nothing") : difference.before(),
          difference.after().isEmpty() ? view.t("review.nothing") : difference.after());
    }

    private Message message(Judged row, Said said) {
      String column = said.label() == null ? null : column(said.place(), said.label());
      boolean elsewhere = table && said.label() != null && said.place() == null;
      String form = elsewhere ? view.href(OwnDeclaration.of(row.record()).path()) : null;
      return new Message(column, said.text(), said.refused(), said.rule(), form);
    }

    private String column(String place, String label) {
      return table || place == null || place.isEmpty()
          ? label
          : view.t("review.column", place, label);
    }
  }

  private static List<String> counts(View view, Review review) {
    return Arrays.stream(Fate.values())
        .map(fate -> count(view, fate, review.rows()))
        .filter(text -> text != null)
        .toList();
  }

  private static String count(View view, Fate fate, List<Judged> rows) {
    Predicate<Judged> ends = row -> row.fate() == fate;
    long count = rows.stream().filter(ends).count();
    return count == 0 ? null : view.t("review.count." + fate.text(), count);
  }

  private ReviewPage with(boolean misses, String text) {
    return new ReviewPage(
        frame,
        me,
        municipality,
        mine,
        path,
        upload,
        table,
        file,
        notes,
        counts,
        rows,
        wrong,
        more,
        good,
        seal,
        misses,
        text);
  }

  /** The same, of who did not say why. */
  ReviewPage withoutReason() {
    return with(true, told);
  }

  /** The same, with word of how the decision ended. */
  ReviewPage telling(String text) {
    return with(noReason, text);
  }
}
