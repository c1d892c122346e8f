package nl.standaardencatalogus.server.dump;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What the files of a release are called, and where they are on the web for good. */
public final class ReleaseFiles {
  /** SHA-256 of every other file but the signature, and of the canonical N-Quads. */
  public static final String SUMS = "SHA256SUMS";

  /** The signature of those. */
  public static final String SIGNATURE = "SHA256SUMS.sig";

  /** SHA-256 of the canonical N-Quads of each record, with its IRI. */
  public static final String GRAPHS = "graphs.sha256";

  /** What the release is, in DCAT and VoID. */
  public static final String DESCRIPTION = "release.ttl";

  /** The public key that belongs to the signature. */
  public static final String KEY = "key.pem";

  /** All releases together. */
  public static final Node SERIES = NodeFactory.createURI(Iris.BASE + "dumps/");

  private static final String NAME = "standaardencatalogus-";

  private ReleaseFiles() {}

  /** A file with data. */
  public static String data(LocalDate day, Syntax syntax, Packing packing) {
    return NAME + day + "." + syntax.suffix() + "." + packing.suffix();
  }

  /** What the N-Quads are called when they have been unpacked. */
  public static String canonical(LocalDate day) {
    return NAME + day + "." + Syntax.N_QUADS.suffix();
  }

  /** The identifier of a release, below which its files are. */
  public static Node release(LocalDate day) {
    return NodeFactory.createURI(SERIES.getURI() + day + "/");
  }

  /** The day that a word names, in the one way that it is written in addresses and folders. */
  static Optional<LocalDate> day(String word) {
    try {
      return Optional.of(LocalDate.parse(word)).filter(day -> day.toString().equals(word));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
