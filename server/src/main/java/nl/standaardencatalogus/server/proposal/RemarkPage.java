package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The form in which anybody asks for something.
 *
 * @param about what it is about; null when it is about something new
 * @param over how the form names that; empty for something new
 * @param edit where an editor changes it himself; null where there is no form for it
 * @param told why it was not taken, when nothing is wrong with it; null when it was
 */
public record RemarkPage(
    Frame frame,
    Link about,
    String over,
    String edit,
    Remark remark,
    List<Wrong> wrong,
    String told) {
  static final String OVER = "over";
  static final String TITLE = "titel";
  static final String TEXT = "tekst";
  static final String SOURCE = "bron";

  /** In signs. */
  public static final int LONGEST_TITLE = 200;

  /** In signs. */
  public static final int LONGEST_TEXT = Submission.LONGEST_REASON;

  /** In signs. */
  public static final int LONGEST_SOURCE = 500;

  private static final int SHORTEST_TEXT = 10;

  /** What is wrong with a field. */
  public record Wrong(String field, String text) {}

  static RemarkPage of(View view, Remark remark, List<Wrong> wrong, String told) {
    String title = view.t("remark.heading");
    return new RemarkPage(
        view.frame(
            wrong.isEmpty() ? title : view.t("form.wrong", title),
            "",
            view.crumbs(Link.text(title)),
            false),
        remark.about() == null ? null : view.link(remark.about()),
        remark.about() == null ? "" : tail(remark.about()),
        edit(view, remark.about()),
        remark,
        wrong,
        told);
  }

  private static String edit(View view, Node about) {
    return about == null
        ? view.href(Editable.STANDARD.fresh())
        : Editable.of(about, view.snapshot().graph())
            .map(it -> view.href(it.path(about)))
            .orElse(null);
  }

  /** How the address of the form names a record. */
  static String tail(Node about) {
    String iri = about.getURI();
    return iri.startsWith(Iris.TOOI)
        ? iri.substring(Iris.TOOI.length())
        : iri.substring((Iris.BASE + "id/").length());
  }

  static List<Wrong> wrong(View view, Remark remark) {
    List<Wrong> wrong = new ArrayList<>();
    if (remark.title().isEmpty()) {
      wrong.add(new Wrong(TITLE, view.t("remark.title.missing")));
    } else if (remark.title().length() > LONGEST_TITLE) {
      wrong.add(new Wrong(TITLE, view.t("remark.toolong", LONGEST_TITLE, remark.title().length())));
    }
    if (remark.description().length() < SHORTEST_TEXT) {
      wrong.add(new Wrong(TEXT, view.t("remark.text.missing")));
    } else if (remark.description().length() > LONGEST_TEXT) {
      int length = remark.description().length();
      wrong.add(new Wrong(TEXT, view.t("remark.toolong", LONGEST_TEXT, length)));
    }
    if (remark.source().length() > LONGEST_SOURCE) {
      int length = remark.source().length();
      wrong.add(new Wrong(SOURCE, view.t("remark.toolong", LONGEST_SOURCE, length)));
    }
    return wrong;
  }

  /** What is wrong with a field; null when nothing is. */
  public String wrong(String field) {
    return wrong.stream()
        .filter(it -> it.field().equals(field))
        .map(Wrong::text)
        .findFirst()
        .orElse(null);
  }
}
