package nl.standaardencatalogus.server.api;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.account.Visitors;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.gemma.Intake;
import nl.standaardencatalogus.server.proposal.Moderation;
import org.apache.jena.graph.Graph;

/** Every address below {@code /api/v1}, after the Dutch REST API Design Rules. */
public final class Api {
  /** Where releases of GEMMA are sent. */
  public static final String RELEASES = GemmaReleases.PATH;

  private final Lists lists;
  private final Records records;
  private final Batch batch;
  private final Proposals proposals;
  private final Receipts receipts;
  private final GemmaReleases releases;
  private final OpenApi document;

  /**
   * The API of a catalogue.
   *
   * @param written writes a graph in a form
   * @param contexts the JSON-LD contexts that a body may name, by their addresses
   * @param context which of these the lists name
   * @param moderation takes proposals in and answers them
   * @param intake takes releases of GEMMA in
   * @param answers the folder for answers that may be asked for again
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   * @param contactEmail where questions go; null when nobody has been named
   */
  public Api(
      Catalogue catalogue,
      Questions questions,
      Visitors visitors,
      BiFunction<Graph, Form, byte[]> written,
      Map<URI, String> contexts,
      String context,
      Moderation moderation,
      Intake intake,
      Path answers,
      String publicUrl,
      URI contactEmail,
      Clock clock) {
    Writes writes = new Writes(catalogue, questions, visitors, contexts, publicUrl);
    ItemKeys keys = ItemKeys.of(contexts.get(URI.create(context)));
    this.lists = new Lists(catalogue::snapshot, questions, keys, context, publicUrl);
    this.records = new Records(catalogue::snapshot, writes, moderation, written);
    this.batch =
        new Batch(
            catalogue::snapshot, catalogue::tombstone, writes, new KeptAnswers(answers, clock));
    this.proposals = new Proposals(catalogue::snapshot, catalogue::tombstone, writes, moderation);
    this.receipts = new Receipts(catalogue::commit);
    this.releases = new GemmaReleases(intake, moderation, writes);
    this.document = new OpenApi(publicUrl, contactEmail);
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    document.routes(config);
    lists.routes(config);
    records.routes(config);
    batch.routes(config);
    proposals.routes(config);
    receipts.routes(config);
    releases.routes(config);
  }
}
