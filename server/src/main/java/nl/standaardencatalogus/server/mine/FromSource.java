package nl.standaardencatalogus.server.mine;

import java.time.Instant;
import java.util.List;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.source.Standing;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What came of the source in which a municipality publishes its declarations itself.
 *
 * @param attempted when it was last fetched, in words; null when it never was
 * @param succeeded when it was last read, in words; null when it never was
 * @param told how the last attempt ended
 * @param failed whether that is to be repaired
 * @param detail what the program says of it, in English; empty when it says nothing
 * @param commit the last commit with something of it; null when there is none
 * @param asides what of it was not taken over
 * @param more how many more of these there are
 */
public record FromSource(
    Link address,
    String attempted,
    String succeeded,
    String told,
    boolean failed,
    String detail,
    Link commit,
    List<Aside> asides,
    int more) {
  /**
   * Something that was not taken over.
   *
   * @param why in one sentence
   * @param findings what is wrong with it
   * @param language of the findings
   */
  public record Aside(Link about, String why, List<String> findings, String language) {}

  static FromSource of(View view, Standing standing) {
    boolean visited = standing.ending() != null;
    boolean failed = visited && !standing.ending().isSuccess();
    boolean spoken = visited && standing.ending().detailIsProse();
    return new FromSource(
        new Link(standing.address(), standing.address()),
        moment(view, standing.attempted()),
        moment(view, standing.succeeded()),
        visited
            ? view.t(
                "source.ending." + standing.ending().text(),
                spoken ? "" : standing.detail(),
                standing.taken())
            : view.t("source.never"),
        failed,
        spoken ? standing.detail() : "",
        standing.commit() == 0 ? null : view.commit(standing.commit()),
        standing.asides().stream().map(it -> aside(view, it)).toList(),
        standing.asideInAll() - standing.asides().size());
  }

  private static String moment(View view, Instant moment) {
    return moment == null ? null : view.moment(moment);
  }

  private static Aside aside(View view, nl.standaardencatalogus.server.source.Aside aside) {
    String language = aside.cause().isSaidInEnglish() ? "en" : view.language().tag();
    Node about = NodeFactory.createURI(aside.about());
    return new Aside(
        view.holds(about) ? view.link(about) : new Link(aside.about(), null),
        view.t("source.aside." + aside.cause().text()),
        aside.findings().stream().map(words -> words.in(language)).toList(),
        language);
  }
}
