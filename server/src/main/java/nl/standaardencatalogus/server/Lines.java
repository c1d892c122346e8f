package nl.standaardencatalogus.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.shapes.Finding;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.tokens.TokenizerText;

/** On which line of a Turtle file a finding is. */
final class Lines {
  private final Map<Path, InFile> files = new HashMap<>();

  /** The file and, where it can be told, the line. */
  String place(Path file, Finding finding) {
    Long line = files.computeIfAbsent(file, InFile::read).of(finding);
    return line == null ? file.toString() : file + ":" + line;
  }

  /** Where each triple ends and where each subject starts. */
  private record InFile(Map<Triple, Long> triples, Map<Node, Long> subjects) {
    static InFile read(Path file) {
      InFile lines = new InFile(new HashMap<>(), new HashMap<>());
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

    Long of(Finding finding) {
      boolean whole = finding.path() == null || finding.value() == null;
      Long line =
          whole
              ? null
              : triples.get(Triple.create(finding.focus(), finding.path(), finding.value()));
      return line == null ? subjects.get(finding.focus()) : line;
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
