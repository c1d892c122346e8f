package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.server.sheet.Line;
import nl.standaardencatalogus.server.sheet.Row;
import org.apache.jena.graph.Node;

/** A row of a sheet, with what would come of it. For one thread. */
final class Judged {
  private final Line line;
  private final List<Said> said = new ArrayList<>();
  private Fate fate = Fate.UNCHANGED;
  private Node record;
  private List<Difference> differences = List.of();
  private Change change;
  private Row row;
  private Row.Edit edit;

  /** What would come of a row. */
  enum Fate {
    NEW("new"),
    CHANGED("changed"),
    /** It says that what is declared still holds, and nothing else. */
    CONFIRMED("confirmed"),
    /** Somebody else changed what it was made from. */
    OVERTAKEN("overtaken"),
    REFUSED("refused"),
    UNCHANGED("unchanged"),
    /** Nothing was filled in, and there is something newer than what the row was made from. */
    BEHIND("behind"),
    /** Nothing is filled in about what is not declared. */
    BLANK("blank");

    private final String text;

    Fate(String text) {
      this.text = text;
    }

    /** Its name in the keys of texts. */
    String text() {
      return text;
    }
  }

  /**
   * What a cell changes.
   *
   * @param place the letters of its column
   */
  record Difference(String place, String label, String before, String after) {}

  /**
   * What is said of a row.
   *
   * @param place the letters of the column; null for the whole row
   * @param label what the column is called; null for the whole row
   * @param rule the IRI of the rule that says it; null when none does
   */
  record Said(String place, String label, String text, boolean refused, String rule) {}

  Judged(Line line) {
    this.line = line;
  }

  Judged about(Node declaration) {
    this.record = declaration;
    return this;
  }

  Judged is(Fate now) {
    this.fate = now;
    return this;
  }

  /** Nothing of the row is taken over, for a reason that no rule gives. */
  Judged refused(Fate now, String text) {
    said.add(new Said(null, null, text, true, null));
    return is(now);
  }

  Judged differs(List<Difference> what) {
    this.differences = what;
    return this;
  }

  /** What it comes to when it is taken over. */
  Judged changes(Change to, Row filled, Row.Edit with) {
    this.change = to;
    this.row = filled;
    this.edit = with;
    return this;
  }

  void say(Said what) {
    if (!said.contains(what)) {
      said.add(what);
    }
  }

  int number() {
    return line.number();
  }

  Line line() {
    return line;
  }

  /** The declaration; null when the row names none. */
  Node record() {
    return record;
  }

  Fate fate() {
    return fate;
  }

  List<Difference> differences() {
    return differences;
  }

  List<Said> said() {
    return said;
  }

  /** Whether it would change something, and may as far as is known. */
  boolean isGood() {
    return fate == Fate.NEW || fate == Fate.CHANGED || fate == Fate.CONFIRMED;
  }

  Change change() {
    return change;
  }

  Row row() {
    return row;
  }

  Row.Edit edit() {
    return edit;
  }
}
