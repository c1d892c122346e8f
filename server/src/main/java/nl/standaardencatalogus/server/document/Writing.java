package nl.standaardencatalogus.server.document;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.serialization.QuadsToJsonld;
import com.apicatalog.rdf.api.RdfConsumerException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeCmp;

/** Writes documents in their forms; the same document always becomes the same bytes. */
final class Writing {
  private static final JsonWriterFactory INDENTED =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  /** Not as text: writing every triple out for each comparison took longer than the document. */
  private static final Comparator<Triple> ORDER =
      Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
          .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
          .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

  private final JsonLdContext context;
  private final String address;

  /**
   * A writer.
   *
   * @param address where the context is published, for JSON-LD to refer to
   */
  Writing(JsonLdContext context, String address) {
    this.context = context;
    this.address = address;
  }

  /** A document in a form for programs. */
  byte[] bytes(Graph graph, Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    List<Triple> triples = graph.stream().sorted(ORDER).toList();
    if (form == Form.JSON_LD || form == Form.JSON) {
      jsonLd(triples, out);
    } else {
      RDFWriter.source(ordered(graph, triples)).format(form.format()).output(out);
    }
    return out.toByteArray();
  }

  /** Writers follow the order in which a graph was filled, and an entity tag promises bytes. */
  private static Graph ordered(Graph graph, List<Triple> triples) {
    Graph ordered = GraphFactory.createDefaultGraph();
    ordered.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
    triples.forEach(ordered::add);
    return ordered;
  }

  /** Jena's own writer puts a context into every document and knows no terms, only prefixes. */
  private void jsonLd(List<Triple> triples, ByteArrayOutputStream out) {
    try {
      JsonObjectBuilder document = Json.createObjectBuilder().add("@context", address);
      JsonLd.compact(JsonDocument.of(expanded(triples)), JsonDocument.of(context.document()))
          .get()
          .forEach(
              (key, value) -> {
                if (!key.equals("@context")) {
                  document.add(key, value);
                }
              });
      INDENTED.createWriter(out).write(document.build());
    } catch (JsonLdError | RdfConsumerException e) {
      throw new IllegalStateException("What is in the catalogue can be written as JSON-LD", e);
    }
  }

  private static JsonArray expanded(List<Triple> triples) throws JsonLdError, RdfConsumerException {
    QuadsToJsonld json = JsonLd.fromRdf();
    for (Triple triple : triples) {
      String subject = name(triple.getSubject());
      String predicate = name(triple.getPredicate());
      Node object = triple.getObject();
      if (object.isLiteral()) {
        String language = object.getLiteralLanguage();
        json.quad(
            subject,
            predicate,
            object.getLiteralLexicalForm(),
            object.getLiteralDatatypeURI(),
            language.isEmpty() ? null : language,
            null,
            null);
      } else {
        json.quad(subject, predicate, name(object), null, null, null, null);
      }
    }
    return json.toJsonLd();
  }

  private static String name(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
  }
}
