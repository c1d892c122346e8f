package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Audience;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.server.document.Vocabularies;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.sparql.Answered;
import nl.standaardencatalogus.server.sparql.Answering;
import nl.standaardencatalogus.server.sparql.Asking;
import nl.standaardencatalogus.server.sparql.Ending;
import nl.standaardencatalogus.server.sparql.Moments;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/**
 * The page to ask in SPARQL: the form, and below it the answer to what was asked.
 *
 * @param troubles what was wrong with the question; empty when it was answered
 * @param answer what came of it; null when nothing was asked or something was wrong
 * @param status the HTTP status of the page
 */
public record WorkbenchPage(
    Frame frame,
    Posed posed,
    String query,
    List<Link> examples,
    List<Trouble> troubles,
    Shown answer,
    int status) {
  /** So many rows are on the page; all of them are in the files. */
  static final int MOST_ROWS = 1_000;

  /** So many rows are drawn on a map. */
  static final int MOST_DRAWN = 50_000;

  private static final int EXAMPLES = 6;

  private static final String TABLE = "select";
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          TABLE,
          List.of("csv", "json", "xml", "tsv"),
          "ask",
          List.of("json", "xml"),
          "construct",
          List.of("ttl", "nt", "json-ld"));

  private static final Sizes ROWS =
      new Sizes("workbench.row", "workbench.rows", "workbench.rows.first");
  private static final Sizes TRIPLES =
      new Sizes("workbench.triple", "workbench.triples", "workbench.triples.first");

  private static final String FIRST =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      SELECT ?standaard ?naam ?beheerder {
        ?standaard a sc:Standard ;
          dct:title ?naam .
        OPTIONAL { ?standaard sc:maintainer/skos:prefLabel ?beheerder }
        FILTER (LANG(?naam) = "nl")
      }
      ORDER BY ?naam
      LIMIT 25
      """;

  private static final String FIRST_ON_HISTORY =
      """
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>

      SELECT ?revisie ?record ?vastgelegd {
        ?revisie a sc:Revision ;
          prov:specializationOf ?record ;
          prov:generatedAtTime ?vastgelegd .
      }
      ORDER BY DESC(?vastgelegd)
      LIMIT 25
      """;

  /**
   * Something wrong with the question.
   *
   * @param field the field that it is about
   * @param detail what the program says of it, in English; null for nothing
   * @param line where in the query; 0 for nowhere in particular
   */
  public record Trouble(String field, String text, String detail, int line, int column) {}

  /**
   * An answer as it is shown; what does not go with its kind is null.
   *
   * @param unmapped why an answer that names municipalities comes without a map
   */
  public record Shown(
      String summary,
      String state,
      Table table,
      String turtle,
      AnswerMap map,
      String unmapped,
      AnswerBars bars,
      List<String> formats,
      String link,
      String curl) {}

  /** The keys of what is said of the size of an answer: one, many, the first of many. */
  private record Sizes(String one, String many, String first) {}

  /** The rows of an answer. */
  public record Table(List<Column> columns, List<List<Cells.Cell>> rows) {}

  /** The head of a column. */
  public record Column(String name, boolean number) {}

  static WorkbenchPage of(View view, Posed posed, Answering answering, Library library) {
    List<Trouble> troubles = days(view, posed);
    if (posed.empty() || !troubles.isEmpty()) {
      return page(view, library, posed, troubles, null, troubles.isEmpty() ? 200 : 400);
    }
    Answered answered =
        answering.answer(
            new Asking(
                posed.query(),
                posed.endpoint(),
                Moments.asOf(posed.asOf()),
                Moments.validOn(posed.validOn()),
                posed.client(),
                MOST_DRAWN,
                MOST_ROWS));
    if (answered.ending() instanceof Ending.Fault fault) {
      return page(view, library, posed, List.of(fault(view, fault)), null, 400);
    }
    if (answered.ending() instanceof Ending.Refusal refusal) {
      return page(view, library, posed, List.of(refusal(view, refusal)), null, refusal.status());
    }
    return page(view, library, posed, List.of(), shown(view, posed, answered), 200);
  }

  /** The page with a query that gets no short address, and why. */
  static WorkbenchPage notKept(View view, Posed posed, Library library, Problem problem) {
    String known = view.texts().getOr("workbench.short." + problem.status(), null);
    Ending ending = Ending.of(problem);
    Trouble trouble =
        ending instanceof Ending.Fault fault
            ? fault(view, fault)
            : known == null
                ? refusal(view, (Ending.Refusal) ending)
                : new Trouble("query", known, problem.detail(), 0, 0);
    return page(view, library, posed, List.of(trouble), null, problem.status());
  }

  private static WorkbenchPage page(
      View view, Library library, Posed posed, List<Trouble> troubles, Shown answer, int status) {
    String heading = view.t(posed.history() ? "workbench.history" : "workbench");
    String title = troubles.isEmpty() ? heading : view.t("workbench.error", heading);
    Link above = view.section("workbench", "/sparql");
    List<Link> crumbs =
        posed.history()
            ? view.crumbs(above, Link.text(view.t("workbench.history")))
            : view.crumbs(Link.text(above.label()));
    String first = posed.history() ? FIRST_ON_HISTORY : FIRST;
    return new WorkbenchPage(
        view.frame(title, "sparql", crumbs, posed.empty()),
        posed,
        posed.empty() ? first : posed.query(),
        examples(view, library, posed.history()),
        troubles,
        answer,
        status);
  }

  /**
   * Questions of the library, with their examples filled in: the first ones for architects, or all
   * that are about the history.
   */
  private static List<Link> examples(View view, Library library, boolean history) {
    Stream<LibraryQuestion> fit =
        history
            ? library.all().stream().filter(question -> question.endpoint() == Endpoint.HISTORY)
            : library.of(Audience.ARCHITECT).stream()
                .filter(question -> question.endpoint() == Endpoint.STATE)
                .limit(EXAMPLES);
    String endpoint = history ? "/sparql/historie" : "/sparql";
    return fit.map(
            question ->
                new Link(
                    QuestionsPage.in(view, question.title()),
                    view.href(endpoint + "?query=" + Asked.encode(text(question)))))
        .toList();
  }

  private static String text(LibraryQuestion question) {
    return question.query(question.examples()).serialize();
  }

  private static List<Trouble> days(View view, Posed posed) {
    List<Trouble> troubles = new ArrayList<>();
    day(view, "asOf", posed.asOf(), Moments::asOf).ifPresent(troubles::add);
    day(view, "validOn", posed.validOn(), Moments::validOn).ifPresent(troubles::add);
    return troubles;
  }

  private static Optional<Trouble> day(
      View view, String field, String text, Function<String, ?> read) {
    try {
      read.apply(text);
      return Optional.empty();
    } catch (ProblemException e) {
      String told = view.t("workbench.noday", text);
      return Optional.of(new Trouble(field, told, e.getMessage(), 0, 0));
    }
  }

  private static Trouble fault(View view, Ending.Fault fault) {
    String text =
        fault.line() == 0
            ? view.t("workbench.fault")
            : view.t("workbench.fault.at", fault.line(), fault.column());
    return new Trouble("query", text, fault.message().trim(), fault.line(), fault.column());
  }

  private static Trouble refusal(View view, Ending.Refusal refusal) {
    String text =
        view.texts().getOr("workbench.refused." + refusal.status(), view.t("workbench.refused"));
    return new Trouble("query", text, refusal.message(), 0, 0);
  }

  private static Shown shown(View view, Posed posed, Answered answered) {
    String state =
        view.t(
            "workbench.state",
            view.moment(answered.recorded()),
            answered.sequence(),
            answered.took().toMillis());
    String link = posed.address().map(view::href).orElse(null);
    Ending ending = answered.ending();
    if (ending instanceof Ending.Rows rows) {
      Cells cells = new Cells(view, posed.query());
      return new Shown(
          summary(view, Math.min(MOST_ROWS, rows.rows().size()), rows.total(), ROWS),
          state,
          table(rows, cells),
          null,
          AnswerMap.of(view, rows, cells, posed.colour()).orElse(null),
          AnswerMap.tooLarge(rows) ? view.t("workbench.map.none", MOST_DRAWN) : null,
          AnswerBars.of(view, rows, cells, posed.colour()).orElse(null),
          FORMATS.get(TABLE),
          link,
          posed.curl(view.publicUrl(), "text/csv"));
    }
    if (ending instanceof Ending.Triples triples) {
      return other(
          summary(view, triples.graph().size(), triples.total(), TRIPLES),
          state,
          turtle(triples.graph()),
          "construct",
          link,
          posed.curl(view.publicUrl(), "text/turtle"));
    }
    boolean yes = ending instanceof Ending.Verdict verdict && verdict.yes();
    return other(
        view.t(yes ? "workbench.yes" : "workbench.no"),
        state,
        null,
        "ask",
        link,
        posed.curl(view.publicUrl(), "application/sparql-results+json"));
  }

  private static Shown other(
      String summary, String state, String turtle, String kind, String link, String curl) {
    return new Shown(summary, state, null, turtle, null, null, null, FORMATS.get(kind), link, curl);
  }

  private static String summary(View view, int shown, long total, Sizes sizes) {
    if (total > shown) {
      return view.t(sizes.first(), shown, total);
    }
    return total == 1 ? view.t(sizes.one()) : view.t(sizes.many(), total);
  }

  private static Table table(Ending.Rows rows, Cells cells) {
    Columns columns = new Columns(rows.variables(), rows.rows());
    List<String> numbers = columns.numbers();
    return new Table(
        rows.variables().stream().map(c -> new Column(c, numbers.contains(c))).toList(),
        rows.rows().stream()
            .limit(MOST_ROWS)
            .map(
                row ->
                    rows.variables().stream()
                        .map(column -> cells.cell(columns.value(row, column)))
                        .toList())
            .toList());
  }

  private static String turtle(Graph graph) {
    Set<String> iris =
        graph.stream()
            .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
            .filter(Node::isURI)
            .map(Node::getURI)
            .collect(Collectors.toSet());
    Vocabularies.prefixes()
        .forEach(
            (prefix, namespace) -> {
              if (iris.stream().anyMatch(iri -> iri.startsWith(namespace))) {
                graph.getPrefixMapping().setNsPrefix(prefix, namespace);
              }
            });
    return RDFWriter.source(graph).lang(Lang.TURTLE).asString();
  }
}
