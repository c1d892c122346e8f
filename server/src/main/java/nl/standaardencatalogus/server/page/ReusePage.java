package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.dump.Release;
import nl.standaardencatalogus.server.table.Tables;

/**
 * How to take over the catalogue, for who harvests: what there is, how often to come back, and
 * commands that work as they stand.
 */
public record ReusePage(
    Frame frame,
    List<Example> examples,
    List<Fact> state,
    List<Conformity> conformities,
    List<Link> tables,
    List<Fact> release,
    boolean sample)
    implements Passing {
  /**
   * One way to take something.
   *
   * @param name the key of its texts
   * @param often the key of how often to come back
   * @param command a command line that does it
   */
  public record Example(String name, String often, String command) {}

  /** A dump is made, or a profile checked, when it is done. */
  @Override
  public boolean passing() {
    return true;
  }

  static ReusePage of(View view, List<Conformity> conformities, Optional<Release> release) {
    String url = view.publicUrl();
    return new ReusePage(
        view.frame(
            view.t("reuse.title"),
            "hergebruik",
            view.crumbs(Link.text(view.t("reuse.title"))),
            true),
        List.of(
            new Example("dump", "daily", dump(url, release)),
            new Example("dcat", "daily", "curl -fsSL -H 'Accept: text/turtle' " + url + "/catalog"),
            new Example("ldes", "minutes", "curl -fsSL -H 'Accept: text/turtle' " + url + "/ldes"),
            new Example(
                "document",
                "needed",
                "curl -fsSL -H 'Accept: text/turtle' " + url + "/id/standaard/zaken-api"),
            new Example(
                "sparql",
                "needed",
                "curl -fsS -H 'Accept: text/csv' --data-urlencode 'query=PREFIX sc:"
                    + " <https://w3id.org/standaardencatalogus/def#> SELECT ?standard { ?standard a"
                    + " sc:Standard } LIMIT 10' "
                    + url
                    + "/sparql"),
            new Example(
                "asOf",
                "needed",
                "curl -fsS -H 'Accept: text/csv' --data-urlencode 'query=SELECT (COUNT(*) AS ?n) {"
                    + " ?s ?p ?o }' '"
                    + url
                    + "/sparql?asOf="
                    + view.snapshot().recorded().atZone(View.ZONE).toLocalDate()
                    + "'"),
            new Example(
                "atom", "hourly", "curl -fsS " + url + "/standaarden/zaken-api/nieuws.atom"),
            new Example("archimate", "daily", "curl -fsS " + url + "/archimate.xml"),
            new Example("table", "daily", "curl -fsS " + url + "/tabellen/standaarden.csv"),
            new Example(
                "void",
                "daily",
                "curl -fsSL -H 'Accept: text/turtle' " + url + "/.well-known/void")),
        List.of(
            new Fact(view.t("reuse.commit"), List.of(view.commit(view.snapshot().sequence()))),
            new Fact(
                view.t("record.recorded"),
                List.of(Link.text(view.moment(view.snapshot().recorded())))),
            new Fact(
                view.t("reuse.revisions"),
                List.of(Link.text(view.texts().number(revisions(view))))),
            new Fact(
                view.t("reuse.records"),
                List.of(Link.text(view.texts().number(view.snapshot().size()))))),
        conformities,
        Tables.paths(view.questions()).stream()
            .map(path -> new Link(path.substring(path.lastIndexOf('/') + 1), path))
            .toList(),
        release.map(newest -> DumpPage.facts(view, newest)).orElse(List.of()),
        view.overview().sample());
  }

  /** As long as there is no release the list of them says so. */
  private static String dump(String url, Optional<Release> release) {
    return release.isPresent()
        ? "curl -fsSL " + url + "/dumps/latest.nq.gz | gzip -dc | head -n 3"
        : "curl -fsSL -H 'Accept: text/turtle' " + url + "/dumps/";
  }

  /** How many members the stream of changes has. */
  private static int revisions(View view) {
    return view.states()
        .commit(view.snapshot().sequence())
        .map(commit -> commit.revisions().get(commit.revisions().size() - 1))
        .map(revision -> (int) revision.number())
        .orElse(0);
  }
}
