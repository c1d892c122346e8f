package nl.standaardencatalogus.server.mine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.FormView;
import nl.standaardencatalogus.server.form.FormView.Choice;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import org.apache.jena.graph.Node;

/**
 * The form about the mandate of a municipality to an organisation.
 *
 * @param based the revision that the form began with; 0 for a new mandate
 * @param overtaken whether somebody else changed it meanwhile
 * @param lacksReason whether an editor did not say why
 * @param unreadable why it cannot be a record; null when it can
 */
public record MandatePage(
    Frame frame,
    Me me,
    String path,
    String all,
    String municipality,
    Link organisation,
    long based,
    FormView view,
    boolean overtaken,
    boolean lacksReason,
    String unreadable) {
  static MandatePage of(
      View view,
      Session session,
      Node municipality,
      Node organisation,
      FormShape form,
      Typed typed,
      long based,
      List<Finding> findings) {
    String name = view.name(municipality);
    String title = view.t("mandate.title", view.name(organisation));
    String all = view.href(MandatesPage.path(municipality));
    return new MandatePage(
        view.frame(
            findings.isEmpty() ? title : view.t("form.wrong", title),
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, view.href("/mijn/" + Mine.code(municipality))),
                new Link(view.t("mandates.title"), all),
                new Link(view.name(organisation), null)),
            false),
        Me.of(view, session),
        view.href(MandatesPage.path(municipality, organisation)),
        all,
        name,
        view.link(organisation),
        based,
        FormView.of(
            form,
            Iris.mandate(Mine.code(municipality), organisation),
            typed,
            findings,
            (field, texts) -> standards(view, field, texts),
            view),
        false,
        false,
        null);
  }

  private static List<Choice> standards(View view, FormShape.Field field, List<String> texts) {
    if (field.kind() != FormShape.Kind.REFERENCE) {
      return List.of();
    }
    Map<String, Choice> choices = new LinkedHashMap<>();
    view.ask("form/Standard", Map.of())
        .forEach(
            row -> {
              String iri = row.get("thing").getURI();
              choices.put(iri, new Choice("", iri, row.text("label"), null, texts.contains(iri)));
            });
    return List.copyOf(choices.values());
  }

  /** The same, when somebody else was first. */
  MandatePage afterAnother() {
    return new MandatePage(
        frame,
        me,
        path,
        all,
        municipality,
        organisation,
        based,
        view,
        true,
        lacksReason,
        unreadable);
  }

  /** The same, of an editor who did not say why. */
  MandatePage noReason() {
    return new MandatePage(
        frame, me, path, all, municipality, organisation, based, view, overtaken, true, unreadable);
  }

  /** The same, of what cannot be a record. */
  MandatePage unreadable(String why) {
    return new MandatePage(
        frame, me, path, all, municipality, organisation, based, view, overtaken, lacksReason, why);
  }
}
