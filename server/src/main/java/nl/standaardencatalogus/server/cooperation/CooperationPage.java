package nl.standaardencatalogus.server.cooperation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.RecordPage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One cooperation: who takes part, what it declares for whom, and who gave it a mandate.
 *
 * @param record all that is recorded of it
 * @param members those of now
 * @param former those of before, and those that are to come
 * @param sample whether what it declares may be made up
 */
public record CooperationPage(
    RecordPage record,
    List<Member> members,
    List<Member> former,
    List<Carried> carried,
    List<Mandate> mandates,
    boolean sample) {
  /** Who takes part, and from when to when. */
  public record Member(Link municipality, String period) {}

  /** A standard on which it declares, and for whom. */
  public record Carried(Link standard, List<Link> declarations) {}

  /** Who has it declare, on what; on everything where nothing is named. */
  public record Mandate(Link municipality, String period, List<Link> standards) {}

  static CooperationPage of(View view, Node cooperation) {
    List<Row> members = view.ask("cooperation/members", "cooperation", cooperation);
    return new CooperationPage(
        RecordPage.of(view, cooperation, view.section("list.samenwerkingen", Cooperations.PATH)),
        members(view, members.stream().filter(view::holds).toList()),
        members(view, members.stream().filter(row -> !view.holds(row)).toList()),
        carried(view, view.ask("cooperation/carried", "cooperation", cooperation)),
        mandates(view, view.ask("cooperation/mandates", "cooperation", cooperation)),
        view.overview().sample());
  }

  private static String period(View view, Row row) {
    String from =
        row.has("from") ? view.t("since", view.date(row.text("from"))) : view.t("since.unknown");
    return row.has("until") ? from + ", " + view.t("until", view.date(row.text("until"))) : from;
  }

  private static List<Member> members(View view, List<Row> rows) {
    return rows.stream()
        .map(row -> new Member(view.link(row.get("member")), period(view, row)))
        .sorted(Comparator.comparing(it -> it.municipality().label().toLowerCase()))
        .toList();
  }

  private static List<Carried> carried(View view, List<Row> rows) {
    Map<Node, List<Link>> of = new LinkedHashMap<>();
    for (Row row : rows) {
      String label = view.name(row.get("municipality"));
      String phase = row.has("phase") ? view.name(row.get("phase")).toLowerCase() : null;
      of.computeIfAbsent(row.get("standard"), none -> new ArrayList<>())
          .add(
              new Link(
                  phase == null ? label : view.t("cooperation.phase", label, phase),
                  view.link(row.get("declaration")).href()));
    }
    return of.entrySet().stream()
        .map(
            it ->
                new Carried(
                    view.link(it.getKey()),
                    it.getValue().stream()
                        .sorted(Comparator.comparing(link -> link.label().toLowerCase()))
                        .toList()))
        .sorted(Comparator.comparing(it -> it.standard().label().toLowerCase()))
        .toList();
  }

  private static List<Mandate> mandates(View view, List<Row> rows) {
    Map<Node, Mandate> of = new LinkedHashMap<>();
    for (Row row : rows) {
      Mandate mandate =
          of.computeIfAbsent(
              row.get("mandate"),
              none ->
                  new Mandate(
                      view.link(row.get("municipality")), period(view, row), new ArrayList<>()));
      if (row.has("standard")) {
        mandate.standards().add(view.link(row.get("standard")));
      }
    }
    return of.values().stream()
        .sorted(Comparator.comparing(it -> it.municipality().label().toLowerCase()))
        .toList();
  }
}
