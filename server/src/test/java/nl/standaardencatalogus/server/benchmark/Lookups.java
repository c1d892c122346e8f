package nl.standaardencatalogus.server.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Two clients that look up one record after the other, by its IRI, in any order. */
final class Lookups {
  static final int CLIENTS = 2;

  private static final Query RECORDS = QueryFactory.create("SELECT ?g { GRAPH ?g {} }");
  private static final Query LOOKUP = QueryFactory.create("SELECT ?p ?o { ?iri ?p ?o }");
  private static final Var IRI = Var.alloc("iri");

  private final Engine endpoint;
  private final List<Node> records = new ArrayList<>();

  /** Of the records that an endpoint has, each a named graph there. */
  Lookups(String address) {
    this.endpoint = Engine.at("lookups", address);
    endpoint
        .ask(RECORDS)
        .rows()
        .get()
        .forEachRemaining(row -> records.add(row.get(Var.alloc("g"))));
  }

  /** How many records there are. */
  int records() {
    return records.size();
  }

  /** Goes on for as long as this says. */
  Latencies during(BooleanSupplier more) throws InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Latencies>> asking = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random random = new Random(i);
        Callable<Latencies> client = () -> ask(more, random);
        asking.add(clients.submit(client));
      }
      LongStream took = LongStream.empty();
      long failed = 0;
      for (Future<Latencies> client : asking) {
        took = LongStream.concat(took, LongStream.of(client.get().sorted()));
        failed += client.get().failed();
      }
      return Latencies.of(took.toArray(), failed);
    } finally {
      clients.shutdown();
    }
  }

  private Latencies ask(BooleanSupplier more, Random random) {
    LongStream.Builder took = LongStream.builder();
    long failed = 0;
    while (more.getAsBoolean()) {
      Node record = records.get(random.nextInt(records.size()));
      Query lookup = QueryTransformOps.replaceVars(LOOKUP, Map.of(IRI, record));
      long start = System.nanoTime();
      try {
        Engine.Answer answer = endpoint.ask(lookup);
        long end = System.nanoTime();
        if (answer.rows().get().hasNext()) {
          took.add(end - start);
        } else {
          failed++;
        }
      } catch (JenaException | HttpException | RuntimeIOException e) {
        failed++;
      }
    }
    return Latencies.of(took.build().toArray(), failed);
  }
}
