package nl.standaardencatalogus.server.harvest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import nl.standaardencatalogus.server.document.Form;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.RDF;

/**
 * A description in one form, as bytes and as the same bytes in gzip.
 *
 * @param tag the entity tag without its quotation marks: another one for every other content
 */
record Representation(byte[] plain, byte[] compressed, String tag) {
  private static final Comparator<Triple> ORDER =
      Comparator.<Triple, Boolean>comparing(t -> !t.getSubject().equals(DcatCatalogue.CATALOG))
          .thenComparing(t -> t.getSubject().getURI())
          .thenComparing(t -> !t.getPredicate().equals(RDF.type.asNode()))
          .thenComparing(t -> t.getPredicate().getURI())
          .thenComparing(t -> t.getObject().toString());

  /** The room it takes. */
  int size() {
    return plain.length + compressed.length;
  }

  static Representation of(Graph graph, Form form, long sequence) {
    byte[] bytes = written(graph, form);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Representation(
        bytes, out.toByteArray(), sequence + "-" + hash(bytes) + "-" + form.suffix());
  }

  /** Sorted where the form allows: the same description has the same bytes after every start. */
  private static byte[] written(Graph graph, Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    if (form == Form.TURTLE || form == Form.N_TRIPLES) {
      RDFFormat format = form == Form.TURTLE ? RDFFormat.TURTLE_BLOCKS : form.format();
      StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
      writer.start();
      graph.getPrefixMapping().getNsPrefixMap().forEach(writer::prefix);
      graph.stream().sorted(ORDER).forEach(writer::triple);
      writer.finish();
    } else {
      RDFFormat format = form == Form.RDF_XML ? RDFFormat.RDFXML_PLAIN : form.format();
      RDFWriter.source(graph).format(format).output(out);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
