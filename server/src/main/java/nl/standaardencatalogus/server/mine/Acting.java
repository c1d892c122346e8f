package nl.standaardencatalogus.server.mine;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Who is logged in at a request, and for which municipality he acts. It decides nothing of what he
 * may change, but what he is shown.
 */
public final class Acting {
  private final Login login;
  private final Pages pages;
  private final Clock clock;

  /** Who is logged in, as the login tells. */
  public Acting(Login login, Pages pages, Clock clock) {
    this.login = login;
    this.pages = pages;
    this.clock = clock;
  }

  Optional<Session> session(Context context) {
    return login.session(context);
  }

  /** Refuses a form that the session was not sent. */
  public static void requireSent(Context context, Session session) {
    if (!session.sent(context.formParam("zegel"))) {
      throw new ProblemException(403, "This form is not one that your session was sent.");
    }
  }

  /** The session of who asks for a page; sends who has none to log in, and gives empty. */
  public Optional<Session> required(Context context) {
    return required(context, Map::of);
  }

  /**
   * The same for who sends something.
   *
   * @param filled what is to come along through the login
   */
  public Optional<Session> required(Context context, Supplier<Map<String, List<String>>> filled) {
    Optional<Session> session = session(context);
    if (session.isEmpty() && context.method() == HandlerType.POST) {
      login.again(context, pages.now(context), filled);
    } else if (session.isEmpty()) {
      Language language = Language.of(context.path());
      String query = context.queryString() == null ? "" : "?" + context.queryString();
      String verder = URLEncoder.encode(context.path() + query, StandardCharsets.UTF_8);
      context.redirect(language.prefix() + "/inloggen?verder=" + verder, HttpStatus.SEE_OTHER);
    }
    return session;
  }

  Permissions permissions(Session session, Snapshot state) {
    return new Permissions(session.principal(), state.graph(), today());
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Validity.ZONE));
  }

  /**
   * The municipality of the address, when who is logged in acts for it; else answers and gives
   * empty. Who only puts declarations ready for it is sent on to choose what about.
   */
  Optional<Node> actedFor(Context context, View view, Session session) {
    Optional<Node> municipality = shown(context, view, session);
    Permissions permissions = permissions(session, view.snapshot());
    if (municipality.filter(it -> !permissions.actsFor(it)).isPresent()) {
      context.redirect(
          view.href("/mijn/" + Mine.code(municipality.get()) + "/kiezen"), HttpStatus.SEE_OTHER);
      return Optional.empty();
    }
    return municipality;
  }

  /** Who acts for the municipality of the address; others are told, and it is empty. */
  Optional<Actor> actor(Context context) {
    return actor(context, Map::of);
  }

  /** The same, with what is to come along when he has to log in first. */
  Optional<Actor> actor(Context context, Supplier<Map<String, List<String>>> filled) {
    return required(context, filled)
        .flatMap(
            session -> {
              View view = pages.now(context);
              return actedFor(context, view, session)
                  .map(municipality -> new Actor(view, session, municipality));
            });
  }

  /** The same, also for who puts declarations ready for it. */
  Optional<Node> shown(Context context, View view, Session session) {
    String code = context.pathParam("code");
    Node municipality = code.matches("gm[0-9]{4}") ? Iris.municipality(code) : null;
    if (municipality == null || !view.holds(municipality)) {
      throw new ProblemException(404, "There is no municipality " + code + ".");
    }
    Permissions permissions = permissions(session, view.snapshot());
    if (!permissions.actsFor(municipality) && !permissions.preparesFor(municipality)) {
      context.status(HttpStatus.FORBIDDEN);
      pages.show(context, "mine-denied", DeniedPage.of(view, session, municipality, false));
      return Optional.empty();
    }
    return Optional.of(municipality);
  }

  /** Whether who is logged in may declare it, or put it ready. */
  boolean offers(View view, Session session, OwnDeclaration about) {
    Permissions permissions = permissions(session, view.snapshot());
    return permissions.denial(List.of(Change.delete(about.record()))).isEmpty()
        || permissions.preparesFor(about.municipality());
  }

  /** Whether who is logged in puts it ready for the municipality, as he may not change it. */
  boolean prepares(View view, Session session, OwnDeclaration about) {
    Permissions permissions = permissions(session, view.snapshot());
    return permissions.denial(List.of(Change.delete(about.record()))).isPresent()
        && permissions.preparesFor(about.municipality());
  }

  /** Who would declare it: the municipality itself, when it is put ready for that. */
  Principal declarant(View view, Session session, OwnDeclaration about) {
    Principal principal = session.principal();
    return prepares(view, session, about)
        ? new Principal(principal.name(), about.municipality(), Set.of(Role.MUNICIPALITY))
        : principal;
  }

  void complete(View view, Session session, OwnDeclaration about, Graph filled, Graph before) {
    String title =
        "Opgave van "
            + view.dutchName(about.municipality())
            + " over "
            + view.dutchName(about.standard());
    about.complete(filled, before, title, declarant(view, session, about), today());
  }

  /** What somebody put ready about it; for who may take it over while it waits, and for who did. */
  Optional<Concept> concept(
      Concepts concepts, String id, View view, Session session, OwnDeclaration about) {
    return Optional.ofNullable(id)
        .flatMap(it -> concepts.of(about.code(), it))
        .filter(it -> it.record().equals(about.record()))
        .filter(
            it ->
                it.owner().equals(session.owner())
                    || it.waits() && takesOver(view, session, about));
  }

  /** An editor corrects what others say, and says nothing for them. */
  boolean takesOver(View view, Session session, OwnDeclaration about) {
    Permissions permissions = permissions(session, view.snapshot());
    return !session.principal().is(Role.EDITOR)
        && permissions.denial(List.of(Change.delete(about.record()))).isEmpty();
  }

  /** Whether who is logged in corrects what others declare, and declares nothing for them. */
  static boolean corrects(Session session) {
    return session.principal().is(Role.EDITOR);
  }

  /** An editor corrects what others say; he cannot say for them that it still holds. */
  static void requireOwn(Session session) {
    if (corrects(session)) {
      throw new ProblemException(403, "Who declares says that it is still right; correct it.");
    }
  }

  /** What an earlier revision said, said again: by who is logged in now, whoever said it then. */
  Graph again(View view, Session session, Revision earlier) {
    Graph graph = GraphFactory.createDefaultGraph();
    Graph content = CanonicalGraph.read(earlier.content());
    content.find().forEach(graph::add);
    complete(view, session, OwnDeclaration.of(earlier.record()), graph, content);
    return graph;
  }

  /** The same declaration, said again on this day. */
  Graph confirmed(View view, Session session, OwnDeclaration about) {
    return confirmed(view, session, about, view.snapshot().record(about.record()));
  }

  /** The same of what a declaration was once; as who says so saw no other. */
  Graph confirmed(View view, Session session, OwnDeclaration about, Graph before) {
    Graph graph = GraphFactory.createDefaultGraph();
    before.find().forEach(graph::add);
    complete(view, session, about, graph, before);
    return graph;
  }
}
