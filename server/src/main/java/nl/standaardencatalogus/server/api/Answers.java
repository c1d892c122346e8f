package nl.standaardencatalogus.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.standaardencatalogus.catalogue.access.Denial;
import nl.standaardencatalogus.catalogue.facts.RecordFileException;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Report;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/** What the API says of how a change ended: a receipt, or a problem (RFC 9457). */
final class Answers {
  private Answers() {}

  /**
   * What whoever wrote can prove it with later: for each record its revision and the hash of what
   * it says, and the hash of the commit, which the log's chain holds.
   *
   * @param dryRun whether this only would be so; then there are no numbers and hashes yet
   */
  static byte[] receipt(Commit commit, Report report, boolean dryRun) {
    return receipt(commit, report, dryRun, Map.of());
  }

  /**
   * What it would be, with where it is told what that touches.
   *
   * @param whatIf addresses; none when it is no decision and ends nothing
   */
  static byte[] trial(Commit commit, Report report, List<String> whatIf) {
    JsonObject receipt = object(commit, report, true, Map.of());
    if (!whatIf.isEmpty()) {
      JsonArray addresses = new JsonArray();
      whatIf.forEach(addresses::add);
      receipt.put("whatIf", addresses);
    }
    return receipt.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The same for many records, of which some were as they should be already: of these the revision
   * that said so.
   */
  static byte[] receipt(
      Commit commit, Report report, boolean dryRun, Map<Node, Snapshot.Current> unchanged) {
    return object(commit, report, dryRun, unchanged).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject object(
      Commit commit, Report report, boolean dryRun, Map<Node, Snapshot.Current> unchanged) {
    JsonObject receipt = new JsonObject();
    receipt.put("dryRun", dryRun);
    if (!dryRun) {
      commit(receipt, commit);
    }
    JsonArray revisions = revisions(commit, dryRun);
    unchanged.forEach((record, current) -> revisions.add(unchanged(record, current)));
    receipt.put("revisions", revisions);
    JsonArray findings = new JsonArray();
    told(report).forEach(finding -> findings.add(object(finding)));
    receipt.put("findings", findings);
    return receipt;
  }

  /** The receipt of what was recorded some time ago; what the rules said then is not kept. */
  static byte[] receipt(Commit commit) {
    JsonObject receipt = new JsonObject();
    receipt.put("dryRun", false);
    commit(receipt, commit);
    receipt.put("revisions", revisions(commit, false));
    return receipt.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void commit(JsonObject receipt, Commit commit) {
    receipt.put("commit", Iris.commit(commit.number()).getURI());
    receipt.put("sequence", commit.number());
    receipt.put("recorded", commit.recorded().toString());
    receipt.put("commitHash", commit.hash());
  }

  private static JsonArray revisions(Commit commit, boolean dryRun) {
    JsonArray revisions = new JsonArray();
    commit.revisions().forEach(revision -> revisions.add(revision(revision, dryRun)));
    return revisions;
  }

  /** The receipt of a change to records that were all as they should be already. */
  static byte[] nothingToDo(Map<Node, Snapshot.Current> unchanged, boolean dryRun) {
    JsonObject receipt = new JsonObject();
    receipt.put("dryRun", dryRun);
    JsonArray revisions = new JsonArray();
    unchanged.forEach((record, current) -> revisions.add(unchanged(record, current)));
    receipt.put("revisions", revisions);
    receipt.put("findings", new JsonArray());
    return receipt.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject unchanged(Node record, Snapshot.Current current) {
    JsonObject object = new JsonObject();
    object.put("record", record.getURI());
    object.put("kind", "unchanged");
    object.put("contentHash", current.contentHash());
    object.put("revision", Iris.revision(current.revision()).getURI());
    return object;
  }

  private static JsonObject revision(Revision revision, boolean dryRun) {
    JsonObject object = new JsonObject();
    object.put("record", revision.record().getURI());
    object.put("kind", revision.kind().name().toLowerCase(Locale.ROOT));
    object.put("contentHash", revision.contentHash());
    if (!dryRun) {
      object.put("revision", Iris.revision(revision.number()).getURI());
    }
    return object;
  }

  /** Why nothing was recorded; only for outcomes that are refusals. */
  static Problem problem(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected(rejected.report());
    }
    if (outcome instanceof Outcome.Denied denied) {
      return denied(denied.denial());
    }
    if (outcome instanceof Outcome.Malformed malformed) {
      return Problem.of(400, malformed.record() + ": " + malformed.reason());
    }
    if (outcome instanceof Outcome.Stale stale) {
      return Problem.of(
              412,
              stale.record()
                  + " is no longer what you changed: get it, and make your change in that.")
          .with("record", stale.record().getURI())
          .with("current", stale.current())
          .with("basedOn", stale.basedOn());
    }
    if (outcome instanceof Outcome.Reused reused) {
      return Problem.of(
          409,
          reused.record()
              + " was deleted, and its IRI is not given to another thing. Put back what was"
              + " there.");
    }
    throw new IllegalArgumentException("No refusal: " + outcome);
  }

  private static Problem rejected(Report report) {
    List<Map<String, String>> findings = told(report);
    return Problem.of(422, "The rules refuse it; \"findings\" says what to mend, all at once.")
        .with("findings", findings);
  }

  /** What the rules say, what must be mended before what is only remarked. */
  private static List<Map<String, String>> told(Report report) {
    return report.findings().stream()
        .sorted(Comparator.comparing(Finding::severity))
        .map(Answers::told)
        .toList();
  }

  private static Map<String, String> told(Finding finding) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    told.put("rule", finding.shape().getURI());
    told.put("focus", finding.focus().getURI());
    if (finding.path() != null) {
      told.put("path", finding.path().toString());
    }
    if (finding.value() != null) {
      told.put("value", finding.value().toString());
    }
    told.put("nl", finding.messageNl());
    told.put("en", finding.messageEn());
    return told;
  }

  private static JsonObject object(Map<String, String> texts) {
    JsonObject object = new JsonObject();
    texts.forEach(object::put);
    return object;
  }

  private static Problem denied(Denial denial) {
    return Problem.of(403, denial.record() + ": " + why(denial))
        .with("record", denial.record().getURI())
        .with("reason", denial.reason().name().toLowerCase(Locale.ROOT));
  }

  /** Why nothing of many changes was recorded: all that one may not. */
  static Problem denied(List<Denial> denials) {
    List<Map<String, String>> records = new ArrayList<>();
    for (Denial denial : denials) {
      Map<String, String> record = new LinkedHashMap<>();
      record.put("record", denial.record().getURI());
      record.put("reason", denial.reason().name().toLowerCase(Locale.ROOT));
      record.put("detail", why(denial));
      records.add(record);
    }
    return Problem.of(403, "\"records\" says what you may not change, and who may.")
        .with("records", records);
  }

  private static String why(Denial denial) {
    return switch (denial.reason()) {
      case OTHER_MUNICIPALITY ->
          "It is another municipality's; that one, or who has its mandate, may change it.";
      case NO_MANDATE ->
          "The municipality gave you no mandate that holds today for this standard; ask it for"
              + " one.";
      case OTHER_DECLARANT ->
          "It names another organisation as the one that declares; let sc:declaredBy be yours.";
      case OTHER_ROLE -> "Your key has no role that may change this kind of record.";
      case OTHER_MAINTAINER ->
          "Its maintainer and publisher are other organisations; propose the change instead.";
      case OTHER_AUTHORITY ->
          "It changes what another organisation says of the status, or says it in its name; say"
              + " what your own says beside it.";
    };
  }

  /** Why a body could not be read. */
  static Problem problem(RecordFileException e) {
    Problem problem = Problem.of(400, e.getMessage()).with("rule", e.rule().name());
    return e.line() < 0 ? problem : problem.with("line", e.line());
  }
}
