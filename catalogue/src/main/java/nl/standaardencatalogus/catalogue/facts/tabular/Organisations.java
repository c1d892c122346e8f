package nl.standaardencatalogus.catalogue.facts.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;

/**
 * The organisations that the tables name. A name that nobody resolved becomes a record of its own:
 * two names for what may be one organisation are linked, never merged.
 */
final class Organisations {
  private static final String RESOLVED = "organisation-names.csv";
  private static final String SOURCE = "named as maintainer or publisher in the facts on standards";

  private final TurtleFile file =
      new TurtleFile(
          "organisations.ttl", "Organisations that maintain or publish standards, by name.");
  private final Map<String, Node> byName = new HashMap<>();
  private final Map<String, Line> resolved = new HashMap<>();

  Organisations() {
    for (Line line : resolvedNames().lines()) {
      resolved.put(line.text("name"), line);
      line.value("organisation").ifPresent(tail -> byName.put(line.text("name"), iri(tail)));
    }
  }

  TurtleFile file() {
    return file;
  }

  /** From now on this name stands for this organisation, which is described elsewhere. */
  void register(String name, Node organisation) {
    byName.putIfAbsent(name, organisation);
  }

  /** The organisation with this name, described here when nobody else does. */
  Node named(String name) {
    Node known = byName.get(name);
    if (known != null) {
      return known;
    }
    Node organisation = Iris.organisation(Iris.slugOf(name));
    byName.put(name, organisation);
    describe(organisation, name);
    return organisation;
  }

  private void describe(Node organisation, String name) {
    Description description = file.record(organisation);
    description
        .a(SC.ORGANISATION_CLASS, ORG.Organization.asNode())
        .text(SKOS.prefLabel.asNode(), name);
    Line line = resolved.get(name);
    if (line != null) {
      line.value("part_of").ifPresent(tail -> description.add(SC.PART_OF_ORGANISATION, iri(tail)));
      line.value("possibly_same_as")
          .ifPresent(tail -> description.add(SC.POSSIBLY_SAME_AS, iri(tail)));
      description.text(SC.NOTE, line.text("note"));
    }
    description.text(SC.SOURCE_TEXT, SOURCE);
  }

  private static Node iri(String tail) {
    return tail.contains("/") ? Iris.tooi(tail) : Iris.organisation(tail);
  }

  private static Table resolvedNames() {
    try (InputStream in = Organisations.class.getResourceAsStream(RESOLVED)) {
      return Table.read(RESOLVED, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOLVED + " cannot be read", e);
    }
  }
}
