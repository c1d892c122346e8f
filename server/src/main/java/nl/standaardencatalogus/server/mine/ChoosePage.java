package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.MunicipalityPage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The first of three steps to declare: which standard. What holds for the municipality and has not
 * been declared comes first.
 *
 * @param words what was searched for
 * @param found how many standards there are with these words
 * @param missing those that hold for the municipality, and of which it has said nothing
 * @param declared those of which it has
 * @param others all others
 * @param beyond whether there are still others, about which who looks may not declare
 */
public record ChoosePage(
    Frame frame,
    Me me,
    String path,
    String words,
    int found,
    List<Link> missing,
    List<Link> declared,
    List<Link> others,
    boolean beyond) {
  static ChoosePage of(
      View view,
      Session session,
      Node municipality,
      String words,
      Predicate<OwnDeclaration> offered) {
    String code = Mine.code(municipality);
    String title = view.t("declare.choose");
    List<Node> found = view.standards(words);
    List<Node> own =
        found.stream()
            .filter(it -> offered.test(new OwnDeclaration(code, Mine.code(it), null)))
            .toList();
    MunicipalityPage known = MunicipalityPage.of(view, municipality);
    Set<String> declared = slugs(known.declared().stream());
    Set<String> applies = slugs(known.applies().stream());
    Function<Predicate<String>, List<Link>> those =
        which ->
            own.stream()
                .filter(it -> which.test(Mine.code(it)))
                .map(
                    it ->
                        new Link(
                            view.name(it),
                            view.href("/mijn/" + code + "/opgaven/" + Mine.code(it))))
                .toList();
    return new ChoosePage(
        view.frame(
            title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(view.name(municipality), view.href("/mijn/" + code)),
                new Link(title, null)),
            false),
        Me.of(view, session),
        view.href("/mijn/" + code + "/kiezen"),
        words,
        own.size(),
        those.apply(slug -> applies.contains(slug) && !declared.contains(slug)),
        those.apply(declared::contains),
        those.apply(slug -> !applies.contains(slug) && !declared.contains(slug)),
        own.size() < found.size());
  }

  private static Set<String> slugs(Stream<MunicipalityPage.Line> lines) {
    return lines.map(line -> MinePage.slug(line.standard())).collect(Collectors.toSet());
  }
}
