package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** A made-up past, quarter by quarter: who began to use what when, and who planned to. */
final class Quarters {
  static final LocalDate FIRST = LocalDate.parse("2022-03-31");

  private final int count;
  private final Map<Node, Map<Integer, Integer>> began = new HashMap<>();
  private final Map<Node, Map<Integer, TreeMap<Integer, LocalDate>>> plans = new HashMap<>();

  Quarters(int count) {
    this.count = count;
  }

  static Node standard(String slug) {
    return Iris.standard(slug);
  }

  static LocalDate end(int quarter) {
    return Forecaster.after(FIRST, quarter);
  }

  /** A municipality uses it from the end of a quarter on. */
  Quarters uses(Node standard, int municipality, int from) {
    began.computeIfAbsent(standard, none -> new HashMap<>()).put(municipality, from);
    return this;
  }

  /** At the end of a quarter a municipality plans to use it at the end of another. */
  Quarters plans(Node standard, int municipality, int at, int by) {
    plans
        .computeIfAbsent(standard, none -> new HashMap<>())
        .computeIfAbsent(municipality, none -> new TreeMap<>())
        .put(at, end(by));
    return this;
  }

  List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      standings.add(at(i));
    }
    return standings;
  }

  private Standing at(int quarter) {
    Map<Node, BitSet> using = new HashMap<>();
    began.forEach(
        (standard, all) ->
            all.forEach(
                (municipality, from) -> {
                  if (from <= quarter) {
                    using.computeIfAbsent(standard, none -> new BitSet()).set(municipality);
                  }
                }));
    Map<Node, Map<Integer, LocalDate>> open = new HashMap<>();
    plans.forEach(
        (standard, all) ->
            all.forEach(
                (municipality, own) -> {
                  if (own.floorEntry(quarter) != null) {
                    open.computeIfAbsent(standard, none -> new HashMap<>())
                        .put(municipality, own.floorEntry(quarter).getValue());
                  }
                }));
    return new Standing(end(quarter), using, open);
  }

  /** So many municipalities, which were there all the time. */
  static Lives lives(int municipalities) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 1; i <= municipalities; i++) {
      graph.add(
          Iris.municipality(String.format("gm%04d", i)), RDF.type.asNode(), SC.MUNICIPALITY_CLASS);
    }
    return Lives.in(graph, Questions.load());
  }
}
