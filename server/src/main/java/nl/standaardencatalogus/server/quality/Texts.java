package nl.standaardencatalogus.server.quality;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rule;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What is said of findings on a page: names in the place of identifiers. */
record Texts(View view, Map<Node, Rule> rules) {
  private static final Pattern IDENTIFIER = Pattern.compile(" ?<(https?://[^<> ]+)>");

  /** What the rule behind a finding asks for. */
  String title(Finding finding) {
    return Optional.ofNullable(rules.get(finding.shape()))
        .map(this::title)
        .orElse(Selection.slug(finding));
  }

  /** What a rule asks for. */
  String title(Rule rule) {
    return rule.title().in(view.language().tag());
  }

  /** A message without the identifiers in it: the name stands before each, or is put there. */
  String message(Finding finding) {
    String message = finding.message(view.language().tag());
    return IDENTIFIER
        .matcher(message)
        .replaceAll(
            found -> {
              String before = message.substring(0, found.start());
              String name = view.name(NodeFactory.createURI(found.group(1)));
              return Matcher.quoteReplacement(before.endsWith(name) ? "" : " " + name);
            });
  }
}
