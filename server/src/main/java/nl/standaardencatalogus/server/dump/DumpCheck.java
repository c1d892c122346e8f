package nl.standaardencatalogus.server.dump;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Whether a file is what was released, told from nothing but the files that come with it: the
 * signature, every hash, and the hashes of the whole and of each graph, worked out from the file
 * itself. Turtle has no names of graphs; there a triple belongs to the record that its subject is
 * or is a part of, which is the only one that may speak of it.
 */
public final class DumpCheck {
  private static final int MOST_GRAPHS = 20;

  private final Path file;
  private final Path folder;
  private final PublicKey key;
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private String release;

  private DumpCheck(Path file, PublicKey key) {
    this.file = file;
    this.folder = file.toAbsolutePath().getParent();
    this.key = key;
  }

  /** Something that is needed is not there or cannot be read; the message says what. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * What was found.
   *
   * @param release the day of the release
   * @param triples how many the file has
   * @param faults what is wrong; empty when all is well
   * @param remarks what to know besides
   */
  public record Result(String release, long triples, List<Fault> faults, List<String> remarks) {}

  /**
   * Checks a file.
   *
   * @param keyFile the public key, in PEM; null to take the one beside the file
   * @throws Unreadable when something that is needed is not there
   */
  public static Result of(Path file, Path keyFile) {
    if (!Files.isRegularFile(file)) {
      throw new Unreadable(file + ": there is no such file", null);
    }
    Path beside = file.toAbsolutePath().getParent().resolve(ReleaseFiles.KEY);
    DumpCheck check = new DumpCheck(file, key(keyFile == null ? beside : keyFile));
    if (keyFile == null) {
      check.remarks.add(
          "The key came from beside the file, so this proves only that the files belong together."
              + " Fetch /dumps/key.pem from the catalogue itself and give it with --key.");
    }
    return check.run();
  }

  private static PublicKey key(Path path) {
    try {
      byte[] encoded = Pem.read("PUBLIC KEY", text(path));
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new Unreadable(path + ": this is no public Ed25519 key: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new Unreadable(
          path
              + " is missing. It lies beside the file in the release; fetch it from there, or give"
              + " the key with --key.",
          e);
    } catch (IOException e) {
      throw new Unreadable(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String text(Path path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private Result run() {
    byte[] list = bytes(folder.resolve(ReleaseFiles.SUMS));
    release = folder.getFileName() == null ? "" : folder.getFileName().toString();
    Map<String, String> sums = sums(folder.resolve(ReleaseFiles.SUMS), list);
    release = day(sums);
    signature(list);
    checksums(sums);
    Map<String, String> graphs =
        sums(folder.resolve(ReleaseFiles.GRAPHS), bytes(folder.resolve(ReleaseFiles.GRAPHS)));
    String canonical = sums.get("standaardencatalogus-" + release + ".nq");
    Optional<Release.Said> said = said(folder, release);
    said.filter(s -> !s.canonical().equals(canonical))
        .ifPresent(
            s ->
                fault(
                    null,
                    Fault.Rule.DESCRIPTION,
                    "release.ttl has another canonical hash",
                    again()));
    long triples = content(canonical, graphs);
    said.flatMap(Release.Said::previous).ifPresent(this::chain);
    return new Result(release, triples, List.copyOf(faults), List.copyOf(remarks));
  }

  private static Map<String, String> sums(Path path, byte[] content) {
    try {
      return Sums.read(new String(content, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(path + ": " + e.getMessage(), e);
    }
  }

  /** The day stands in the names of what was signed, whatever the folder is called. */
  private String day(Map<String, String> sums) {
    return sums.keySet().stream()
        .filter(name -> name.startsWith("standaardencatalogus-") && name.endsWith(".nq"))
        .map(name -> name.substring("standaardencatalogus-".length(), name.length() - 3))
        .findFirst()
        .orElseThrow(
            () ->
                new Unreadable(
                    folder.resolve(ReleaseFiles.SUMS) + " names no canonical N-Quads", null));
  }

  private void signature(byte[] list) {
    byte[] signed = bytes(folder.resolve(ReleaseFiles.SIGNATURE));
    boolean holds;
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(list);
      holds = signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // What has not the form of a signature is none.
      holds = false;
    }
    if (!holds) {
      faults.add(
          new Fault(
              release,
              null,
              Fault.Rule.SIGNATURE,
              "SHA256SUMS was not signed with this key",
              "fetch the key and the release again from the catalogue; do not trust these files"));
    }
  }

  private void checksums(Map<String, String> sums) {
    String own = file.getFileName().toString();
    if (!sums.containsKey(own)) {
      remarks.add(own + " is not named in SHA256SUMS; it is judged by what it says alone.");
    }
    sums.forEach(
        (name, hash) -> {
          Path path = folder.resolve(name).normalize();
          if (path.getParent().equals(folder.normalize()) && Files.isRegularFile(path)) {
            checksum(path, hash);
          }
        });
  }

  private void checksum(Path path, String hash) {
    try {
      String found = Sha256.of(path);
      if (!found.equals(hash)) {
        fault(
            null,
            Fault.Rule.CHECKSUM,
            path.getFileName() + " has SHA-256 " + found + ", not " + hash,
            again());
      }
    } catch (IOException e) {
      throw new Unreadable(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<Release.Said> said(Path place, String of) {
    Path description = place.resolve(ReleaseFiles.DESCRIPTION);
    String text = text(description);
    try {
      return Optional.of(ReleaseDescription.read(text, LocalDate.parse(of)));
    } catch (IllegalArgumentException | DateTimeException e) {
      faults.add(
          new Fault(of, null, Fault.Rule.DESCRIPTION, "release.ttl: " + e.getMessage(), again()));
      return Optional.empty();
    }
  }

  private long content(String canonical, Map<String, String> graphs) {
    Checked checked = new Checked();
    try {
      read(checked);
    } catch (IOException | RiotException | IllegalArgumentException e) {
      fault(null, Fault.Rule.SYNTAX, file.getFileName() + ": " + e.getMessage(), again());
    }
    if (checked.unreadable() > 0) {
      fault(
          null,
          Fault.Rule.SYNTAX,
          "line " + checked.unreadable() + " is no line of N-Quads",
          again());
    }
    if (!checked.whole().equals(canonical)) {
      if (checked.disorder() > 0) {
        fault(
            null,
            Fault.Rule.ORDER,
            "line " + checked.disorder() + " does not come after the one before it",
            "\"LC_ALL=C sort -u\" puts N-Quads in order; if that is not it, fetch the file again");
      }
      Map<String, String> differences = checked.differences(graphs);
      differences.entrySet().stream()
          .limit(MOST_GRAPHS)
          .forEach(each -> fault(each.getKey(), Fault.Rule.GRAPH, each.getValue(), again()));
      String more =
          differences.size() > MOST_GRAPHS ? ", of which " + MOST_GRAPHS + " are named" : "";
      fault(
          null,
          Fault.Rule.CANONICAL,
          differences.size() + " of " + graphs.size() + " graphs differ" + more,
          again());
    }
    return checked.lines();
  }

  private void read(Checked checked) throws IOException {
    String name = file.getFileName().toString();
    Optional<Packing> packing =
        Arrays.stream(Packing.values()).filter(p -> name.endsWith("." + p.suffix())).findFirst();
    String plain =
        packing.map(p -> name.substring(0, name.length() - p.suffix().length() - 1)).orElse(name);
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in = packing.isEmpty() ? packed : packing.get().unpack(packed);
        OutputStream lines = checked.outlet()) {
      if (plain.endsWith("." + Syntax.N_QUADS.suffix())) {
        in.transferTo(lines);
      } else if (plain.endsWith("." + Syntax.TURTLE.suffix())) {
        RDFParser.source(in)
            .lang(Lang.TURTLE)
            .checking(false)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
            .parse(new BySubject(lines));
      } else {
        throw new Unreadable(
            file + ": a file of a release ends in .nq or .ttl, with .gz or .zst behind it", null);
      }
    }
  }

  /** Makes the canonical N-Quads of Turtle that is in the order of its subjects. */
  private static final class BySubject extends StreamRDFBase {
    private final OutputStream lines;
    private final List<Triple> said = new ArrayList<>();

    BySubject(OutputStream lines) {
      this.lines = lines;
    }

    @Override
    public void triple(Triple triple) {
      if (!said.isEmpty() && !said.get(0).getSubject().equals(triple.getSubject())) {
        flush();
      }
      said.add(triple);
    }

    @Override
    public void finish() {
      if (!said.isEmpty()) {
        flush();
      }
    }

    private void flush() {
      Node subject = said.get(0).getSubject();
      if (!subject.isURI()) {
        throw new IllegalArgumentException("there is a blank node in it");
      }
      try {
        lines.write(CanonicalGraph.lines(Iris.recordOf(subject), said.stream()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      said.clear();
    }
  }

  /** Follows the links to earlier releases as far as those lie beside this one. */
  private void chain(Release.Previous first) {
    Optional<Release.Previous> next = Optional.of(first);
    String from = release;
    long followed = 0;
    while (next.isPresent()) {
      Release.Previous previous = next.get();
      Path place = folder.resolveSibling(previous.day().toString());
      Path list = place.resolve(ReleaseFiles.SUMS);
      if (!Files.isRegularFile(list)) {
        break;
      }
      next = link(from, previous, place, bytes(list));
      from = previous.day().toString();
      followed++;
    }
    if (followed > 0) {
      remarks.add(followed + " earlier releases beside it were followed, back to " + from + ".");
    }
  }

  /** One link; what comes after it is only followed while what says so is as it was signed. */
  private Optional<Release.Previous> link(
      String from, Release.Previous previous, Path place, byte[] list) {
    String day = previous.day().toString();
    String found = Sha256.of(list);
    if (!found.equals(previous.sums())) {
      faults.add(
          new Fault(
              day,
              null,
              Fault.Rule.CHAIN,
              "its SHA256SUMS has SHA-256 "
                  + found
                  + ", but the release of "
                  + from
                  + " names it with "
                  + previous.sums(),
              "put " + place + " back from a copy, or fetch it again; then check it by itself"));
      return Optional.empty();
    }
    // That hash was signed with the newer release, by whatever key this one was signed itself.
    Path description = place.resolve(ReleaseFiles.DESCRIPTION);
    String hash = sums(place.resolve(ReleaseFiles.SUMS), list).get(ReleaseFiles.DESCRIPTION);
    if (!Sha256.of(bytes(description)).equals(hash)) {
      faults.add(
          new Fault(
              day,
              null,
              Fault.Rule.CHECKSUM,
              "release.ttl is not as it was signed",
              "put " + place + " back from a copy, or fetch it again"));
      return Optional.empty();
    }
    return said(place, day).flatMap(Release.Said::previous);
  }

  private void fault(String graph, Fault.Rule rule, String found, String repair) {
    faults.add(new Fault(release, graph, rule, found, repair));
  }

  private String again() {
    return "fetch the files again from "
        + ReleaseFiles.SERIES.getURI()
        + release
        + "/; if they still differ, tell the keeper of the catalogue";
  }
}
