package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What was deleted: what it was, when and why it went, and what came in its place. */
public record GonePage(
    Frame frame, String name, List<Link> successors, List<Fact> facts, List<Link> downloads) {
  static GonePage of(View view, Tombstone tombstone) {
    Node record = tombstone.record();
    String name = name(view, tombstone);
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
                view.t("gone.kind"),
                tombstone.types().stream()
                    .filter(type -> view.overview().names().containsKey(type))
                    .map(type -> Link.text(view.term(type)))
                    .toList())
            .orElse(view.t("unknown.capital")));
    facts.add(
        new Fact(
            view.t("gone.deleted"),
            List.of(Link.text(view.moment(tombstone.commit().recorded())))));
    facts.add(new Fact(view.t("commit.reason"), List.of(Link.text(tombstone.commit().reason()))));
    facts.add(
        new Fact(view.t("record.behalf"), List.of(view.link(tombstone.commit().onBehalfOf()))));
    facts.add(new Fact(view.t("record.commit"), List.of(view.commit(tombstone.commit().number()))));
    facts.add(
        new Fact(
            view.t("revisions"),
            Stream.concat(
                    Stream.of(tombstone.deletion().number()),
                    tombstone.deletion().previous().stream())
                .map(view::revision)
                .toList()));
    facts.add(view.uri(record));
    return new GonePage(
        view.frame(name, "", view.crumbs(Link.text(name)), false, record),
        name,
        tombstone.successors(view.snapshot().graph()).stream().map(view::link).toList(),
        facts,
        View.data(record));
  }

  /** What it was called last, in the language of the page where it had a name in it. */
  private static String name(View view, Tombstone tombstone) {
    List<Node> names =
        Stream.of(SKOS.prefLabel, DCTerms.title, RDFS.label)
            .flatMap(
                property ->
                    tombstone
                        .last()
                        .find(tombstone.record(), property.asNode(), Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList()
                        .stream())
            .filter(Node::isLiteral)
            .toList();
    return names.stream()
        .filter(name -> name.getLiteralLanguage().equals(view.language().tag()))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(Node::getLiteralLexicalForm)
        .orElseGet(() -> view.name(tombstone.record()));
  }
}
