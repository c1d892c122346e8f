package nl.standaardencatalogus.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.proposal.Author;
import nl.standaardencatalogus.server.proposal.Moderation;
import nl.standaardencatalogus.server.proposal.Proposed;
import nl.standaardencatalogus.server.proposal.Remark;
import nl.standaardencatalogus.server.proposal.Submission;
import nl.standaardencatalogus.server.proposal.ThreeWays;
import nl.standaardencatalogus.server.proposal.Verdict;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What the API tells of a proposal. */
final class ProposalJson {
  private ProposalJson() {}

  /** A state as the API writes it. */
  static String text(Submission.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static JsonObject page(List<Submission> all, Paging paging, Moderation moderation) {
    int from = (int) ((paging.page() - 1) * paging.size());
    JsonObject page = new JsonObject();
    page.put("total", all.size());
    page.put("page", paging.page());
    page.put("pageSize", paging.size());
    page.put("pages", paging.pages());
    JsonArray items = new JsonArray();
    all.subList(from, Math.min(all.size(), from + paging.size()))
        .forEach(each -> items.add(brief(each, moderation)));
    page.put("items", items);
    return page;
  }

  private static JsonObject brief(Submission submission, Moderation moderation) {
    JsonObject object = new JsonObject();
    object.put("id", submission.id());
    object.put("state", text(submission.state()));
    object.put("stale", submission.waits() && moderation.isStale(submission));
    object.put("author", author(submission.author()));
    object.put("at", submission.at().toString());
    object.put("reason", submission.reason());
    JsonArray records = new JsonArray();
    submission.changes().forEach(each -> records.add(each.record().getURI()));
    object.put("records", records);
    return object;
  }

  /** All of it: of each record what would go and what would come, in canonical N-Quads. */
  static JsonObject whole(Submission submission, Moderation moderation) {
    JsonObject object = brief(submission, moderation);
    JsonArray changes = new JsonArray();
    submission.changes().forEach(each -> changes.add(change(each, submission, moderation)));
    object.put("changes", changes);
    if (submission.remark() != null) {
      object.put("remark", remark(submission.remark()));
    }
    if (submission.verdict() != null) {
      object.put("answer", answer(submission.verdict()));
    }
    return object;
  }

  private static JsonObject change(Proposed change, Submission submission, Moderation moderation) {
    ThreeWays ways = moderation.ways(change);
    JsonObject object = new JsonObject();
    object.put("record", change.record().getURI());
    object.put("kind", change.ends() ? "delete" : change.based() == 0 ? "create" : "update");
    if (change.based() > 0) {
      object.put("basedOn", Iris.revision(change.based()).getURI());
    }
    object.put("stale", submission.waits() && moderation.isStale(change));
    object.put("removed", lines(change.record(), ways.base(), ways.proposed()));
    object.put("added", lines(change.record(), ways.proposed(), ways.base()));
    return object;
  }

  /** What one graph says and the other does not. */
  private static String lines(Node record, Graph one, Graph other) {
    Stream<Triple> only = one.find().toList().stream().filter(it -> !other.contains(it));
    return new String(CanonicalGraph.lines(record, only), StandardCharsets.UTF_8);
  }

  private static JsonObject author(Author author) {
    JsonObject object = new JsonObject();
    object.put("name", author.name());
    if (!author.isPublic()) {
      object.put("organisation", author.organisation().getURI());
    }
    return object;
  }

  private static JsonObject remark(Remark remark) {
    JsonObject object = new JsonObject();
    if (remark.about() != null) {
      object.put("about", remark.about().getURI());
    }
    object.put("title", remark.title());
    object.put("description", remark.description());
    object.put("source", remark.source());
    return object;
  }

  private static JsonObject answer(Verdict verdict) {
    JsonObject object = new JsonObject();
    object.put("by", author(verdict.by()));
    object.put("at", verdict.at().toString());
    object.put("reason", verdict.reason());
    if (verdict.where() != null) {
      object.put("where", verdict.where());
    }
    if (verdict.commit() > 0) {
      object.put("commit", Iris.commit(verdict.commit()).getURI());
    }
    return object;
  }
}
