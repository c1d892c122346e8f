package nl.standaardencatalogus.server.api;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.api.Listing.Found;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** What the list of declarations can be narrowed to. What names nothing there is, is wrong. */
final class DeclarationFilters {
  private static final Node PHASES = NodeFactory.createURI(Iris.BASE + "def/adoptiefase");

  private final Parameters parameters;
  private final Graph state;
  private final Map<String, Node> values = new HashMap<>();

  private DeclarationFilters(Parameters parameters, Graph state) {
    this.parameters = parameters;
    this.state = state;
  }

  static Found of(Context context, Parameters parameters, Graph state) {
    DeclarationFilters filters = new DeclarationFilters(parameters, state);
    parameters.text("municipality").ifPresent(filters::municipality);
    Optional<String> standard = parameters.text("standard");
    standard.ifPresent(filters::standard);
    parameters.text("version").ifPresent(label -> filters.version(standard, label));
    parameters.text("phase").ifPresent(filters::phase);
    String question =
        "api/declarations"
            + (filters.values.containsKey("version") ? "-of-version" : "")
            + (filters.values.containsKey("phase") ? "-in-phase" : "");
    return new Found(question, filters.values);
  }

  private void municipality(String code) {
    named("municipality", code, () -> Iris.municipality(code), "a code, such as gm0363");
  }

  private void standard(String slug) {
    named("standard", slug, () -> Iris.standard(slug), "a slug, such as zaken-api");
  }

  private void version(Optional<String> standard, String label) {
    if (standard.isEmpty()) {
      parameters.wrong("version", "A label alone is of no version; say of which standard.");
    } else {
      named(
          "version",
          label,
          () -> Iris.version(standard.get(), label),
          "a label of that standard, such as 1.5.1");
    }
  }

  private void named(String name, String text, Supplier<Node> iri, String expected) {
    Node thing;
    try {
      thing = iri.get();
    } catch (IllegalArgumentException e) {
      parameters.wrong(name, "It must be " + expected + "; it is " + text + ".");
      return;
    }
    if (state.contains(thing, RDF.type.asNode(), Node.ANY)) {
      values.put(name, thing);
    } else {
      parameters.wrong(name, "There is no " + name + " " + text + "; it must be " + expected + ".");
    }
  }

  private void phase(String slug) {
    Node phase = NodeFactory.createURI(PHASES.getURI() + "/" + slug);
    if (state.contains(phase, SKOS.inScheme.asNode(), PHASES)) {
      values.put("phase", phase);
    } else {
      parameters.wrong("phase", "There is no phase " + slug + "; there are " + phases() + ".");
    }
  }

  private String phases() {
    return state
        .find(Node.ANY, SKOS.inScheme.asNode(), PHASES)
        .mapWith(Triple::getSubject)
        .mapWith(Iris::lastSegment)
        .toList()
        .stream()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
