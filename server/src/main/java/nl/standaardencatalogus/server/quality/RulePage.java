package nl.standaardencatalogus.server.quality;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Passing;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rule;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.sparql.util.Closure;

/**
 * One rule: what it asks for, what is said when it does not hold, and why it is there.
 *
 * @param found how many findings there are now; null while they are worked out
 * @param findings where they are listed
 * @param turtle the rule as it is written
 */
public record RulePage(
    Frame frame,
    String name,
    String title,
    String about,
    Severity severity,
    String message,
    String reason,
    Integer found,
    String findings,
    String turtle)
    implements Passing {
  /** The path of the page about a rule, without language. */
  public static String path(Rule rule) {
    return RulesPage.PATH + "/" + rule.name();
  }

  @Override
  public boolean passing() {
    return found == null;
  }

  static RulePage of(View view, Rules rules, Rule rule, Checks checks) {
    String language = view.language().tag();
    String title = rule.title().in(language);
    Optional<List<Finding>> checked = checks.of(view.snapshot(), view.overview().day());
    Integer found =
        checked
            .map(
                it ->
                    (int) it.stream().filter(finding -> rule.iri().equals(finding.shape())).count())
            .orElse(null);
    return new RulePage(
        view.frame(
            title,
            "kwaliteit",
            view.crumbs(
                view.section("quality", "/kwaliteit"),
                view.section("rules", RulesPage.PATH),
                Link.text(title)),
            true),
        rule.name(),
        title,
        rule.about() == null ? null : rule.about().in(language),
        rule.severity(),
        rule.message().in(language),
        rule.reason() == null ? null : rule.reason().in(language),
        found,
        view.href("/kwaliteit?" + Selection.RULE + "=" + Asked.encode(rule.name())),
        turtle(rules, rule));
  }

  /** The rule with what is nested in it. */
  private static String turtle(Rules rules, Rule rule) {
    Model all = ModelFactory.createModelForGraph(rules.graph());
    Model own = Closure.closure(all.createResource(rule.iri().getURI()), false);
    own.setNsPrefixes(all.getNsPrefixMap());
    String text = written(own);
    all.getNsPrefixMap().keySet().stream()
        .filter(prefix -> text.indexOf(" " + prefix + ":") == text.lastIndexOf(" " + prefix + ":"))
        .filter(prefix -> !text.contains("\n" + prefix + ":"))
        .forEach(own::removeNsPrefix);
    return written(own);
  }

  private static String written(Model model) {
    return RDFWriter.source(model)
        .lang(Lang.TURTLE)
        .set(RIOT.symTurtleMultilineLiterals, true)
        .asString();
  }
}
