package nl.standaardencatalogus.server.monitor;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Invented;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The addresses of the monitor: all standards beside each other, and one over time. */
public final class Monitor {
  static final String PATH = "/monitor";
  private static final int SECONDS = 60;

  private final Pages pages;
  private final Outlooks outlooks;

  public Monitor(States states, Questions questions, Pages pages) {
    this.pages = pages;
    this.outlooks = new Outlooks(states, questions);
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "monitor",
        (view, context) -> Optional.of(MonitorPage.of(view, known(view), Asked.of(context))));
    new PageFile(pages, this::table, null).add(config, PATH);
    pages.add(config, PATH + "/{slug}", "curve", this::curve);
  }

  private Known known(View view) {
    Optional<Outlook> outlook = outlooks.of(view.snapshot(), view.overview().day());
    boolean older = outlook.isEmpty() && view.op() == null;
    return new Known(older ? outlooks.newest() : outlook, outlook.isEmpty());
  }

  /**
   * What is known of it now.
   *
   * @param outlook empty while it is being worked out for the first time
   * @param passing whether it is that of a state before this one, or none yet
   */
  record Known(Optional<Outlook> outlook, boolean passing) {}

  private Optional<?> curve(View view, Context context) {
    String slug = context.pathParam("slug");
    return view.overview().standards().stream()
        .filter(it -> it.slug().equals(slug))
        .findFirst()
        .map(it -> CurvePage.of(view, it, known(view)));
  }

  /** Every quarter of every standard that is asked for, for a spreadsheet. */
  private Table table(View view, Context context) {
    Outlook outlook =
        known(view)
            .outlook()
            .orElseThrow(
                () -> ProblemException.unavailable("The figures are being worked out.", SECONDS));
    List<List<Node>> rows = new ArrayList<>();
    for (StandardSummary standard : MonitorPage.chosen(view, outlook, Asked.of(context))) {
      int[] using = outlook.using(standard.node());
      for (int i = 0; i < using.length; i++) {
        rows.add(
            row(view, standard, outlook.days().get(i), "counted", using[i], "", outlook.all()[i]));
      }
      outlook
          .forecast(standard.node())
          .ifPresent(it -> ahead(view, standard, it, outlook.width().orElseThrow(), rows));
    }
    List<String> headings =
        Stream.concat(
                Stream.of("standard", "uri", "day", "kind", "using", "band", "all")
                    .map(it -> view.t("monitor.column." + it)),
                Stream.of(Invented.heading(view)))
            .toList();
    return new Table("monitor", headings, rows);
  }

  private static void ahead(
      View view, StandardSummary standard, Forecast forecast, double width, List<List<Node>> rows) {
    for (Forecast.Point point : forecast.points()) {
      String band = forecast.low(point, width) + "-" + forecast.high(point, width);
      int mean = (int) Math.round(point.mean());
      rows.add(row(view, standard, point.day(), "forecast", mean, band, forecast.all()));
    }
  }

  private static List<Node> row(
      View view,
      StandardSummary standard,
      LocalDate day,
      String kind,
      int using,
      String band,
      int all) {
    return List.of(
        NodeFactory.createLiteralString(view.name(standard.node())),
        standard.node(),
        NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate),
        NodeFactory.createLiteralString(view.t("monitor.kind." + kind)),
        NodeFactory.createLiteralDT(String.valueOf(using), XSDDatatype.XSDinteger),
        NodeFactory.createLiteralString(band),
        NodeFactory.createLiteralDT(String.valueOf(all), XSDDatatype.XSDinteger),
        Invented.counted(view));
  }
}
