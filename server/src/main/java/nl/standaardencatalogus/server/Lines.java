package nl.standaardencatalogus.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.shapes.Finding;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.tokens.TokenizerText;

/** Where in the files that were handed in something stands: the file and, in Turtle, the line. */
final class Lines {
  private static final Set<Lang> WITH_LINES = Set.of(Lang.TURTLE, Lang.NTRIPLES);

  private final Map<Node, List<Path>> files;
  private final Map<Path, InFile> read = new HashMap<>();

  Lines(Input input) {
    this.files = input.files();
  }

  /** Where what a finding is about stands; empty when it is in none of the files. */
  Optional<String> of(Finding finding) {
    Node focus = finding.focus();
    if (finding.path() != null && finding.value() != null) {
      Triple triple = Triple.create(focus, finding.path(), finding.value());
      for (Path file : filesOf(focus)) {
        Long line = in(file).triples().get(triple);
        if (line != null) {
          return Optional.of(file + ":" + line);
        }
      }
    }
    return of(focus);
  }

  /** Where a record or a part of one starts; empty when it is in none of the files. */
  Optional<String> of(Node subject) {
    List<Path> own = filesOf(subject);
    return own.stream()
        .map(file -> in(file).subjects().containsKey(subject) ? place(file, subject) : null)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> own.stream().findFirst().map(Path::toString));
  }

  private String place(Path file, Node subject) {
    return file + ":" + in(file).subjects().get(subject);
  }

  private List<Path> filesOf(Node subject) {
    return subject.isURI() ? files.getOrDefault(Iris.recordOf(subject), List.of()) : List.of();
  }

  private InFile in(Path file) {
    return read.computeIfAbsent(file, InFile::read);
  }

  /** Where each triple ends and where each subject starts. */
  private record InFile(Map<Triple, Long> triples, Map<Node, Long> subjects) {
    static InFile read(Path file) {
      InFile lines = new InFile(new HashMap<>(), new HashMap<>());
      if (!WITH_LINES.contains(RDFLanguages.filenameToLang(file.toString()))) {
        return lines;
      }
      try (InputStream in = Files.newInputStream(file)) {
        new LangTurtle(
                TokenizerText.create().source(in).build(),
                new Noting(lines),
                StreamRDFLib.sinkNull())
            .parse();
      } catch (IOException e) {
        throw new BadInput(file + ": cannot be read", e);
      }
      return lines;
    }
  }

  private static final class Noting extends ParserProfileStd {
    private final InFile lines;

    Noting(InFile lines) {
      super(
          RiotLib.factoryRDF(),
          ErrorHandlerFactory.errorHandlerStrictNoLogging,
          IRIxResolver.create().noBase().resolve(true).allowRelative(true).build(),
          PrefixMapFactory.create(),
          ARQ.getContext(),
          false,
          false);
      this.lines = lines;
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
      Triple triple = super.createTriple(subject, predicate, object, line, column);
      lines.triples().putIfAbsent(triple, line);
      lines.subjects().putIfAbsent(subject, line);
      return triple;
    }
  }
}
