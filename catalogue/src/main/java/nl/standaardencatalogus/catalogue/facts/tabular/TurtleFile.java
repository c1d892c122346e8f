package nl.standaardencatalogus.catalogue.facts.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * A Turtle file for people: records in the order of their IRIs, each followed by its parts. The
 * same facts always give the same bytes, so that a difference shows what changed.
 */
final class TurtleFile {
  static final Comparator<Node> ORDER =
      Comparator.comparing(Node::isLiteral).thenComparing((Node node) -> node.toString());

  private final String name;
  private final String about;
  private final Map<Node, Description> records = new TreeMap<>(ORDER);

  TurtleFile(String name, String about) {
    this.name = name;
    this.about = about;
  }

  String name() {
    return name;
  }

  int size() {
    return records.size();
  }

  boolean describes(Node record) {
    return records.containsKey(record);
  }

  Description record(Node record) {
    return records.computeIfAbsent(record, Description::new);
  }

  void write(Path folder) {
    try {
      Files.writeString(folder.resolve(name), text(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be written", e);
    }
  }

  String text() {
    Writer writer = new Writer();
    records
        .values()
        .forEach(
            record -> {
              writer.block(record);
              record.parts().forEach(writer::block);
            });
    return writer.prefixes() + "\n# " + about + "\n" + writer.body;
  }

  private static final class Writer {
    private final Map<String, String> known = Terms.prefixes();
    private final Set<String> used = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();
    private final NodeFormatterTTL formatter =
        new NodeFormatterTTL(null, PrefixMapFactory.create(known));

    void block(Description description) {
      body.append('\n').append(term(description.subject()));
      Iterator<Map.Entry<Node, Set<Node>>> entries = description.properties().entrySet().iterator();
      String before = " ";
      while (entries.hasNext()) {
        Map.Entry<Node, Set<Node>> entry = entries.next();
        body.append(before).append(verb(entry.getKey())).append(' ');
        body.append(String.join(", ", entry.getValue().stream().map(this::term).toList()));
        before = " ;\n  ";
      }
      body.append(" .\n");
    }

    String prefixes() {
      StringBuilder text = new StringBuilder();
      used.forEach(
          prefix ->
              text.append("@prefix ")
                  .append(prefix)
                  .append(": <")
                  .append(known.get(prefix))
                  .append("> .\n"));
      return text.toString();
    }

    private String verb(Node property) {
      return property.equals(RDF.type.asNode()) ? "a" : term(property);
    }

    private String term(Node node) {
      IndentedLineBuffer out = new IndentedLineBuffer();
      formatter.format(out, node);
      String text = out.asString();
      // A literal names the prefix of its datatype, if any, after the last quote.
      int datatype = text.lastIndexOf("^^");
      String name = datatype < 0 ? text : text.substring(datatype + 2);
      int colon = name.indexOf(':');
      if (colon > 0 && known.containsKey(name.substring(0, colon))) {
        used.add(name.substring(0, colon));
      }
      return text;
    }
  }
}
