package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static nl.standaardencatalogus.server.api.Caller.TURTLE;
import static nl.standaardencatalogus.server.api.Caller.UTRECHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals over HTTP, on the curated catalogue. */
class ProposalsTest {
  private static final Node REALISATION = Iris.organisation("vng-realisatie");
  private static final Node VNG = Iris.organisation("vng");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Caller amsterdam;
  private static Caller utrecht;
  private static Caller editor;
  private static Caller secretariat;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    amsterdam = new Caller(folder, AMSTERDAM, Role.MUNICIPALITY);
    utrecht = new Caller(folder, UTRECHT, Role.MUNICIPALITY);
    editor = new Caller(folder, REALISATION, Role.EDITOR);
    secretariat = new Caller(folder, VNG, Role.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static URI at(String below) {
    return URI.create(server.address() + "/api/v1/proposals" + below);
  }

  private static String why(String reason) {
    return "reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8);
  }

  private static long sequence() {
    return server.catalogue().snapshot().sequence();
  }

  private static String standard(String slug) {
    return """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        <https://w3id.org/standaardencatalogus/id/standaard/%1$s> a sc:Standard ;
          dct:title "Proef met %1$s"@nl ; dct:identifier "%1$s" ;
          sc:kind <https://w3id.org/standaardencatalogus/def/soort/api> ;
          dcat:theme <https://w3id.org/standaardencatalogus/def/thema/common-ground> ;
          sc:sourceText "Proef"@nl ;
          sc:confidence <https://w3id.org/standaardencatalogus/def/betrouwbaarheid/laag> .
        """
        .formatted(slug);
  }

  private static HttpResponse<String> propose(Caller caller, String body, String query)
      throws Exception {
    return caller.ask(at("?" + query), "POST", body, "Content-Type", TURTLE);
  }

  private static String proposed(Caller caller, String slug) throws Exception {
    HttpResponse<String> response = propose(caller, standard(slug), why("Ontbreekt nog"));
    assertEquals(201, response.statusCode(), response::body);
    return JSON.parse(response.body()).getString("id");
  }

  private static HttpResponse<String> answer(Caller caller, String id, String how, String reason)
      throws Exception {
    String tag = caller.ask(at("/" + id), "GET", "").headers().firstValue("ETag").orElse("*");
    return caller.ask(at("/" + id + "/" + how + "?" + why(reason)), "POST", "", "If-Match", tag);
  }

  private static JsonObject got(Caller caller, String id) throws Exception {
    HttpResponse<String> response = caller.ask(at("/" + id), "GET", "");
    assertEquals(200, response.statusCode(), response::body);
    return JSON.parse(response.body());
  }

  private static Graph changed(Node record, String note) {
    Graph graph = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(graph::add);
    graph.add(record, SKOS.altLabel.asNode(), NodeFactory.createLiteralLang(note, "nl"));
    return graph;
  }

  private static String turtle(Graph graph) {
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, graph, Lang.TURTLE);
    return text.toString();
  }

  private static void commit(Node record, Graph graph) {
    Proposal proposal = new Proposal("proef", VNG, "Proef", List.of(Change.put(record, graph)));
    assertTrue(server.catalogue().commit(proposal) instanceof Outcome.Recorded);
  }

  // Handing in

  @Test
  void what_is_proposed_is_in_no_public_data_and_only_who_may_answer_sees_it() throws Exception {
    long before = sequence();
    String id = proposed(amsterdam, "proef-onzichtbaar");
    assertEquals(before, sequence());
    HttpResponse<String> document =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(server.address() + "/doc/standaard/proef-onzichtbaar"))
                    .header("Accept", TURTLE)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(404, document.statusCode());
    assertEquals("open", got(amsterdam, id).getString("state"));
    assertEquals("open", got(editor, id).getString("state"));
    assertEquals(404, utrecht.ask(at("/" + id), "GET", "").statusCode());
    assertFalse(utrecht.ask(at(""), "GET", "").body().contains(id));
    assertTrue(editor.ask(at("?state=open&pageSize=500"), "GET", "").body().contains(id));
  }

  @Test
  void who_shows_no_key_proposes_nothing() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(at("?" + why("Proef")))
                    .header("Content-Type", TURTLE)
                    .POST(HttpRequest.BodyPublishers.ofString(standard("proef-anoniem")))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(401, Described.checked(response).statusCode());
  }

  @Test
  void what_the_rules_refuse_is_not_taken_in() throws Exception {
    String wrong = standard("proef-fout").replace("sc:kind", "sc:geenSoort");
    HttpResponse<String> response = propose(amsterdam, wrong, why("Proef"));
    assertEquals(422, response.statusCode(), response::body);
    assertTrue(response.body().contains("Standard-kind"), response::body);
  }

  @Test
  void a_dry_run_keeps_nothing() throws Exception {
    int before = JSON.parse(amsterdam.ask(at(""), "GET", "").body()).getNumber("total").intValue();
    HttpResponse<String> response =
        propose(amsterdam, standard("proef-droog"), why("Proef") + "&dryRun=true");
    assertEquals(200, response.statusCode(), response::body);
    assertTrue(response.body().contains("\"create\""), response::body);
    assertEquals(
        before, JSON.parse(amsterdam.ask(at(""), "GET", "").body()).getNumber("total").intValue());
  }

  @Test
  void what_a_municipality_declares_is_not_proposed_by_another() throws Exception {
    String body = Caller.declaration(AMSTERDAM, "zaken-api", "orientatie");
    HttpResponse<String> response = propose(utrecht, body, why("Proef"));
    assertEquals(422, response.statusCode(), response::body);
  }

  @Test
  void who_does_not_say_why_or_what_he_saw_is_asked() throws Exception {
    assertEquals(400, propose(amsterdam, standard("proef-waarom"), "").statusCode());
    Node record = Iris.standard("catalogi-api");
    String body = turtle(changed(record, "Zonder basis"));
    assertEquals(428, propose(amsterdam, body, why("Proef")).statusCode());
    assertEquals(
        201, propose(amsterdam, body, why("Proef") + "&basedOn=" + sequence()).statusCode());
  }

  @Test
  void a_change_is_told_as_what_goes_and_what_comes() throws Exception {
    Node record = Iris.standard("besluiten-api");
    String body = turtle(changed(record, "Andere naam voor proef"));
    HttpResponse<String> response =
        propose(amsterdam, body, why("Proef") + "&basedOn=" + sequence());
    JsonObject change =
        JSON.parse(response.body()).getArray("changes").findFirst().orElseThrow().getAsObject();
    assertEquals("update", change.getString("kind"));
    assertEquals("", change.getString("removed"));
    assertEquals(1, change.getString("added").lines().count());
    assertTrue(change.getString("added").contains("Andere naam voor proef"));
  }

  // Answering

  @Test
  void an_acceptance_is_one_commit_that_names_both() throws Exception {
    String id = proposed(amsterdam, "proef-aanvaard");
    HttpResponse<String> response = answer(editor, id, "acceptance", "Goed gevonden");
    assertEquals(201, response.statusCode(), response::body);
    Commit commit = server.catalogue().commit(sequence()).orElseThrow();
    assertEquals(1, commit.revisions().size());
    assertEquals(Iris.standard("proef-aanvaard"), commit.revisions().get(0).record());
    assertEquals(REALISATION, commit.onBehalfOf());
    assertTrue(commit.reason().contains("Ontbreekt nog"), commit::reason);
    assertEquals(Iris.municipality("gm0363"), commit.proposer().orElseThrow().organisation());
    assertTrue(commit.reason().contains("Goed gevonden"), commit::reason);
    JsonObject now = got(amsterdam, id);
    assertEquals("accepted", now.getString("state"));
    assertEquals(Iris.commit(commit.number()).getURI(), now.getObj("answer").getString("commit"));
    assertEquals(412, answer(editor, id, "rejection", "Toch niet").statusCode());
  }

  @Test
  void a_trial_of_an_acceptance_records_nothing() throws Exception {
    String id = proposed(amsterdam, "proef-beproefd");
    long before = sequence();
    HttpResponse<String> response =
        editor.ask(at("/" + id + "/acceptance?dryRun=true&" + why("Proef")), "POST", "");
    assertEquals(200, response.statusCode(), response::body);
    assertEquals(before, sequence());
    assertEquals("open", got(editor, id).getString("state"));
  }

  @Test
  void a_rejection_says_why_to_who_proposed() throws Exception {
    String id = proposed(amsterdam, "proef-afgewezen");
    long before = sequence();
    assertEquals(
        200, answer(editor, id, "rejection", "Bestaat al onder een andere naam").statusCode());
    JsonObject now = got(amsterdam, id);
    assertEquals("rejected", now.getString("state"));
    assertEquals("Bestaat al onder een andere naam", now.getObj("answer").getString("reason"));
    assertEquals(before, sequence());
  }

  @Test
  void who_answers_says_what_he_looked_at() throws Exception {
    String id = proposed(amsterdam, "proef-gezien");
    URI acceptance = at("/" + id + "/acceptance?" + why("Goed"));
    assertEquals(428, editor.ask(acceptance, "POST", "").statusCode());
    assertEquals(412, editor.ask(acceptance, "POST", "", "If-Match", "\"anders\"").statusCode());
  }

  @Test
  void who_proposed_does_not_accept_it_himself() throws Exception {
    String id = proposed(editor, "proef-vier-ogen");
    long before = sequence();
    HttpResponse<String> response = answer(editor, id, "acceptance", "Van mijzelf");
    assertEquals(403, response.statusCode(), response::body);
    assertEquals(before, sequence());
    Caller other = new Caller(folder, VNG, Role.EDITOR);
    assertEquals(201, answer(other, id, "acceptance", "Nagekeken").statusCode());
  }

  @Test
  void who_has_no_right_to_a_record_does_not_answer_about_it() throws Exception {
    String id = proposed(amsterdam, "proef-recht");
    assertEquals(403, answer(amsterdam, id, "acceptance", "Graag").statusCode());
    assertEquals(403, answer(secretariat, id, "acceptance", "Graag").statusCode());
    assertEquals(403, answer(secretariat, id, "rejection", "Liever niet").statusCode());
    assertEquals("open", got(amsterdam, id).getString("state"));
  }

  @Test
  void what_was_overtaken_is_told_and_not_accepted() throws Exception {
    Node record = Iris.standard("autorisaties-api");
    String body = turtle(changed(record, "Van het voorstel"));
    HttpResponse<String> response =
        propose(amsterdam, body, why("Proef") + "&basedOn=" + sequence());
    String id = JSON.parse(response.body()).getString("id");
    commit(record, changed(record, "Van een ander"));
    assertTrue(got(amsterdam, id).getBoolean("stale"));
    long before = sequence();
    HttpResponse<String> accepted = answer(editor, id, "acceptance", "Goed");
    assertEquals(412, accepted.statusCode(), accepted::body);
    assertEquals(before, sequence());
    assertEquals("open", got(amsterdam, id).getString("state"));
  }

  @Test
  void what_was_recorded_without_a_note_of_it_is_accepted_all_the_same() throws Exception {
    String id = proposed(amsterdam, "proef-halverwege");
    Node record = Iris.standard("proef-halverwege");
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(standard("proef-halverwege"), Lang.TURTLE).parse(graph);
    commit(record, graph);
    long before = sequence();
    assertEquals(201, answer(editor, id, "acceptance", "Goed").statusCode());
    assertEquals(before, sequence());
    assertEquals("accepted", got(amsterdam, id).getString("state"));
  }

  @Test
  void a_record_can_be_proposed_to_end() throws Exception {
    Node record = Iris.standard("proef-weg");
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(standard("proef-weg"), Lang.TURTLE).parse(graph);
    commit(record, graph);
    assertTrue(
        server.catalogue().snapshot().graph().contains(record, DCTerms.title.asNode(), Node.ANY));
    HttpResponse<String> response =
        amsterdam.ask(
            at(
                "?"
                    + why("Dubbel")
                    + "&basedOn="
                    + sequence()
                    + "&ends="
                    + URLEncoder.encode(record.getURI(), StandardCharsets.UTF_8)),
            "POST",
            "");
    assertEquals(201, response.statusCode(), response::body);
    String id = JSON.parse(response.body()).getString("id");
    assertEquals(201, answer(editor, id, "acceptance", "Ja").statusCode());
    assertTrue(server.catalogue().snapshot().record(record).isEmpty());
  }

  @Test
  void where_two_are_not_asked_for_one_does_it() throws Exception {
    Path own = folder.resolve("alleen");
    try (TestServer alone = TestServer.on(own, "FOUR_EYES", "false")) {
      Caller one = new Caller(own, REALISATION, Role.EDITOR);
      URI all = URI.create(alone.address() + "/api/v1/proposals");
      HttpResponse<String> response =
          one.ask(
              URI.create(all + "?" + why("Zelf")),
              "POST",
              standard("proef-alleen"),
              "Content-Type",
              TURTLE);
      String id = JSON.parse(response.body()).getString("id");
      HttpResponse<String> accepted =
          one.ask(
              URI.create(all + "/" + id + "/acceptance?" + why("Zelf")),
              "POST",
              "",
              "If-Match",
              Caller.tag(response));
      assertEquals(201, accepted.statusCode(), accepted::body);
      Commit commit =
          alone.catalogue().commit(alone.catalogue().snapshot().sequence()).orElseThrow();
      assertEquals("Zelf", commit.reason());
    }
  }

  // Going on with it

  private static String changing(Caller caller, String slug, String note) throws Exception {
    String body = turtle(changed(Iris.standard(slug), note));
    HttpResponse<String> response = propose(caller, body, why("Proef") + "&basedOn=" + sequence());
    assertEquals(201, response.statusCode(), response::body);
    return JSON.parse(response.body()).getString("id");
  }

  private static HttpResponse<String> rebase(Caller caller, String id) throws Exception {
    String tag = Caller.tag(caller.ask(at("/" + id), "GET", ""));
    return caller.ask(at("/" + id + "/rebase"), "POST", "", "If-Match", tag);
  }

  @Test
  void what_was_overtaken_is_made_anew_from_what_there_is_and_accepted() throws Exception {
    Node record = Iris.standard("notificaties-api");
    String id = changing(amsterdam, "notificaties-api", "Van het voorstel");
    Graph other = GraphFactory.createDefaultGraph();
    server.catalogue().snapshot().record(record).find().forEach(other::add);
    Node hidden = NodeFactory.createLiteralLang("Van een ander", "nl");
    other.add(record, SKOS.hiddenLabel.asNode(), hidden);
    commit(record, other);
    assertTrue(got(amsterdam, id).getBoolean("stale"));
    assertEquals(428, amsterdam.ask(at("/" + id + "/rebase"), "POST", "").statusCode());
    assertEquals(404, utrecht.ask(at("/" + id + "/rebase"), "POST", "").statusCode());
    HttpResponse<String> response = rebase(amsterdam, id);
    assertEquals(200, response.statusCode(), response::body);
    assertFalse(JSON.parse(response.body()).getBoolean("stale"));
    assertEquals(201, answer(editor, id, "acceptance", "Goed").statusCode());
    Graph now = server.catalogue().snapshot().record(record);
    assertTrue(now.contains(record, SKOS.hiddenLabel.asNode(), hidden));
    assertTrue(
        now.contains(
            record,
            SKOS.altLabel.asNode(),
            NodeFactory.createLiteralLang("Van het voorstel", "nl")));
    String answered = Caller.tag(amsterdam.ask(at("/" + id), "GET", ""));
    assertEquals(
        412,
        amsterdam.ask(at("/" + id + "/rebase"), "POST", "", "If-Match", answered).statusCode());
  }

  @Test
  void what_two_changed_is_not_made_anew_and_is_named() throws Exception {
    Node record = Iris.standard("objecttypen-api");
    String id = changing(amsterdam, "objecttypen-api", "Van het voorstel");
    commit(record, changed(record, "Van een ander"));
    HttpResponse<String> response = rebase(amsterdam, id);
    assertEquals(409, response.statusCode(), response::body);
    assertTrue(response.body().contains(SKOS.altLabel.getURI()), response::body);
    assertTrue(got(amsterdam, id).getBoolean("stale"));
  }

  @Test
  void who_proposed_takes_back_and_throws_away_and_nobody_else_does() throws Exception {
    String id = proposed(amsterdam, "proef-terug");
    URI withdrawal = at("/" + id + "/withdrawal");
    assertEquals(403, editor.ask(withdrawal, "POST", "").statusCode());
    assertEquals(404, utrecht.ask(withdrawal, "POST", "").statusCode());
    assertEquals(409, amsterdam.ask(at("/" + id), "DELETE", "").statusCode());
    HttpResponse<String> response = amsterdam.ask(withdrawal, "POST", "");
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("draft", JSON.parse(response.body()).getString("state"));
    assertEquals(412, amsterdam.ask(withdrawal, "POST", "").statusCode());
    assertEquals(404, answer(editor, id, "acceptance", "Te laat").statusCode());
    assertEquals(204, amsterdam.ask(at("/" + id), "DELETE", "").statusCode());
    assertEquals(404, amsterdam.ask(at("/" + id), "GET", "").statusCode());
  }

  // What the catalogue says beside it

  private static String document(String slug, String form) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(server.address() + "/doc/standaard/" + slug + "." + form))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private static HttpResponse<String> sent(String body, String type, long basedOn)
      throws Exception {
    return amsterdam.ask(
        at("?" + why("Proef") + "&basedOn=" + basedOn), "POST", body, "Content-Type", type);
  }

  @Test
  void a_document_with_one_change_is_a_proposal_of_that_change() throws Exception {
    for (String[] form :
        new String[][] {
          {"ttl", TURTLE}, {"nt", "application/n-triples"}, {"jsonld", "application/ld+json"}
        }) {
      String was = document("objecten-api", form[0]);
      assertTrue(was.contains("currentRevision"), was);
      HttpResponse<String> response =
          sent(was.replace("Objecten API", "Objecten-API van de proef"), form[1], sequence());
      assertEquals(201, response.statusCode(), form[0] + response.body());
      JsonObject change =
          JSON.parse(response.body()).getArray("changes").findFirst().orElseThrow().getAsObject();
      assertFalse(change.getString("removed").isEmpty(), response::body);
      assertEquals(
          change.getString("removed").lines().count(), change.getString("added").lines().count());
      assertTrue(
          change.getString("added").lines().allMatch(it -> it.contains("Objecten-API van de")),
          response::body);
      assertEquals(422, sent(was, form[1], sequence()).statusCode());
    }
  }

  @Test
  void what_the_catalogue_does_not_say_of_a_revision_is_not_left_out() throws Exception {
    String slug = "klantinteracties-api";
    Node record = Iris.standard(slug);
    String was = document(slug, "nt");
    String said =
        was + "<" + record + "> <" + SC.BINDINGNESS + "> <https://example.org/streng> .\n";
    assertEquals(422, sent(said, "application/n-triples", sequence()).statusCode());
    commit(record, changed(record, "Van een ander"));
    HttpResponse<String> response =
        sent(
            was + "<" + record + "> <" + SKOS.hiddenLabel + "> \"proef\"@nl .\n",
            "application/n-triples",
            sequence());
    assertEquals(412, response.statusCode(), response::body);
  }
}
