package nl.standaardencatalogus.server.mine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.account.Identity;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.account.Sessions;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.openid.Attempt;
import nl.standaardencatalogus.server.openid.CodeLogin;
import nl.standaardencatalogus.server.openid.CodeLogin.Reason;
import nl.standaardencatalogus.server.openid.OpenId;
import nl.standaardencatalogus.server.openid.Provider;
import nl.standaardencatalogus.server.openid.ProviderUnavailable;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;

/**
 * Logging in and out, with a name and password of ours or at a provider of identities, and the
 * session that a request belongs to.
 *
 * <p>Both ways end in the same: a session under a new token, in the place of one that was there. A
 * login at a provider begins with a link, not a form: the policy of our pages lets no form lead
 * elsewhere. Where it must begin with a form, because something is carried along, a page lies
 * between, which goes on by itself.
 */
public final class Login {
  private static final String OPEN_ID = "/inloggen/openid";
  private static final String REFUSED = "geweigerd";
  private static final Pattern ONWARDS =
      Pattern.compile(
          "(/en)?/(?:mijn|voorstellen|bewerken)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*+)*+(\\?[A-Za-z0-9=&._~/-]*+)?");
  private static final int LONGEST_ONWARDS = 300;
  private static final Duration LONGEST_LOGIN = Duration.ofMinutes(10);
  private static final int MOST_CARRIED = 16 << 20;

  /** A draft that is longer is not kept either. */
  private static final int LONGEST_CARRIED = 64 << 10;

  private static final int EACH = 64;

  /** Before the way onwards of who has something come along. */
  private static final String CARRYING = "+";

  private final Sessions sessions;
  private final Carried kept;
  private final Pages pages;
  private final Optional<CodeLogin> provider;
  private final boolean secure;

  /** What people had filled in who log in at the provider, by the state of their attempt. */
  private final Cache<String, Map<String, List<String>>> carriedAlong =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CARRIED)
          .weigher(Login::weight)
          .expireAfterWrite(LONGEST_LOGIN)
          .build();

  /**
   * Logging in and out.
   *
   * @param kept keeps what was carried through a login
   * @param secure whether browsers reach the catalogue over TLS, and may show their session there
   *     alone
   */
  public Login(Sessions sessions, Carried kept, Pages pages, OpenId openId, boolean secure) {
    this.sessions = sessions;
    this.kept = kept;
    this.pages = pages;
    this.provider = openId.people();
    this.secure = secure;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix();
      Reads.add(config, start + "/inloggen", Mine.own(this::form));
      config.routes.post(start + "/inloggen", Mine.own(this::login));
      config.routes.post(start + "/uitloggen", Mine.own(this::logout));
      if (provider.isPresent()) {
        config.routes.get(start + OPEN_ID, Mine.own(this::depart));
        config.routes.post(start + OPEN_ID, Mine.own(this::departCarrying));
      }
    }
    if (provider.isPresent()) {
      config.routes.get(OpenId.BACK, Mine.own(this::arrive));
    }
  }

  // The session of a request

  /** The session of a request; empty when it has none. */
  Optional<Session> session(Context context) {
    return sessions.of(context.cookie(sessionCookie()));
  }

  /** Asks who sent a form without a session to log in, and has what was filled in come along. */
  void again(Context context, View view, Supplier<Map<String, List<String>>> carried) {
    // Another site must not have its text carried into somebody's draft.
    requireSameSite(context);
    context.status(HttpStatus.FORBIDDEN);
    pages.show(
        context,
        "login",
        page(view, onwards(context.path())).afterTheEnd().carrying(carried.get()));
  }

  /** Keeps another site from logging a browser in as somebody (its own account). */
  private static void requireSameSite(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ProblemException(403, "Log in from the page of the catalogue itself.");
    }
  }

  /** Never leads away from here: somebody else may have made the link. */
  private static String onwards(String asked) {
    boolean ours =
        asked != null && asked.length() <= LONGEST_ONWARDS && ONWARDS.matcher(asked).matches();
    return ours ? asked : "/mijn";
  }

  // With a name and password of ours

  private LoginPage page(View view, String onwards) {
    return LoginPage.of(view, onwards, name());
  }

  private void form(Context context) {
    View view = pages.now(context);
    LoginPage page = page(view, onwards(context.queryParam("verder")));
    Optional<Reason> refused = reason(context.queryParam(REFUSED));
    if (refused.isPresent()) {
      Map<String, List<String>> carried =
          attempt(context).map(it -> carriedAlong.getIfPresent(it.state())).orElse(Map.of());
      status(context, refused.get());
      page = page.carrying(carried).refused(view, refused.get());
    }
    pages.show(context, "login", page);
  }

  private Optional<Reason> reason(String text) {
    return provider.flatMap(
        none -> Arrays.stream(Reason.values()).filter(it -> it.text().equals(text)).findFirst());
  }

  private void login(Context context) {
    requireSameSite(context);
    String onwards = onwards(context.formParam("verder"));
    String id = Optional.ofNullable(context.formParam("naam")).orElse("").strip();
    String password = Optional.ofNullable(context.formParam("wachtwoord")).orElse("");
    Map<String, List<String>> carried = LoginPage.carried(context.formParamMap());
    View view = pages.now(context);
    try {
      Optional<Session> session = sessions.login(id, password.strip(), context.ip());
      if (session.isPresent()) {
        begin(context, session.get(), onwards, carried);
        return;
      }
      context.status(HttpStatus.FORBIDDEN);
      String why = id.isEmpty() || password.isBlank() ? "login.empty" : "login.wrong.text";
      LoginPage page = page(view, onwards).carrying(carried);
      pages.show(context, "login", page.wrong(view, id, view.t(why)));
    } catch (ProblemException e) {
      Object seconds = e.problem().members().get("seconds");
      if (seconds == null || !Accept.page(Accept.of(context.req()))) {
        throw e;
      }
      // The form again and not the page about errors: what was filled in has to come along.
      context.status(e.problem().status());
      context.header("Retry-After", seconds.toString());
      LoginPage page = page(view, onwards).carrying(carried);
      pages.show(context, "login", page.wrong(view, id, view.t("login.often", seconds.toString())));
    }
  }

  /** The session that was there ends: nobody who knew its token is logged in with it. */
  private void begin(
      Context context, Session session, String onwards, Map<String, List<String>> carried) {
    session(context).ifPresent(sessions::end);
    setCookie(context, sessionCookie(), session.token(), "");
    String on = carried.isEmpty() ? onwards : kept.keep(session, onwards, carried);
    context.redirect(on, HttpStatus.SEE_OTHER);
  }

  private void logout(Context context) {
    Session session = session(context).orElse(null);
    if (session != null) {
      Acting.requireSent(context, session);
      sessions.end(session);
    }
    setCookie(context, sessionCookie(), "", "; Max-Age=0");
    Optional<URI> elsewhere =
        session != null && session.identity() instanceof Identity.OfProvider of
            ? provider.flatMap(it -> it.logout(of.idToken()))
            : Optional.empty();
    if (elsewhere.isPresent()) {
      View view = pages.now(context);
      String text = view.t("logout.leave.text", name());
      leave(context, view, view.t("logout.leave.title"), text, elsewhere.get());
    } else {
      context.redirect(Language.of(context.path()).prefix() + "/inloggen", HttpStatus.SEE_OTHER);
    }
  }

  // At a provider of identities

  private void depart(Context context) {
    departure(context, onwards(context.queryParam("verder")), Map.of())
        .ifPresent(it -> context.redirect(it.address().toString(), HttpStatus.SEE_OTHER));
  }

  private void departCarrying(Context context) {
    requireSameSite(context);
    Map<String, List<String>> carried = LoginPage.carried(context.formParamMap());
    if (weight("", carried) > LONGEST_CARRIED) {
      throw new ProblemException(413, "What was filled in is too long to come along.");
    }
    departure(context, onwards(context.formParam("verder")), carried)
        .ifPresent(
            it -> {
              carriedAlong.put(it.attempt().state(), carried);
              View view = pages.now(context);
              String text = view.t("login.leave.text");
              leave(context, view, view.t("login.leave.title"), text, it.address());
            });
  }

  /** Has the browser keep what it began; answers itself and gives empty when it cannot begin. */
  private Optional<CodeLogin.Departure> departure(
      Context context, String onwards, Map<String, List<String>> carried) {
    Language language = Language.of(context.path());
    try {
      CodeLogin.Departure departure = provider.orElseThrow().depart(language.tag());
      setCookie(
          context,
          attemptCookie(),
          departure.attempt().text() + "." + encoded((carried.isEmpty() ? "" : CARRYING) + onwards),
          "; Max-Age=" + LONGEST_LOGIN.toSeconds());
      return Optional.of(departure);
    } catch (ProviderUnavailable e) {
      refuse(context, onwards, carried);
      return Optional.empty();
    }
  }

  private void arrive(Context context) {
    Optional<Attempt> attempt = attempt(context);
    if (attempt.filter(it -> it.isAnsweredBy(context.queryParamMap())).isPresent()) {
      // What another site has a browser open is no try of the office that it is in.
      sessions.attempt(context.ip());
    }
    String onwards = onwards(attempt.map(it -> onwardsOf(context)).orElse(null));
    CodeLogin.Arrival arrival = provider.orElseThrow().arrive(context.queryParamMap(), attempt);
    if (arrival instanceof CodeLogin.Welcome welcome) {
      Session session =
          sessions.begin(
              new Identity.OfProvider(welcome.id(), welcome.principal(), welcome.idToken()));
      Map<String, List<String>> carried =
          Optional.ofNullable(carriedAlong.asMap().remove(attempt.orElseThrow().state()))
              .orElse(Map.of());
      boolean gone = carried.isEmpty() && isCarrying(context);
      setCookie(context, attemptCookie(), "", "; Max-Age=0");
      begin(context, session, gone ? Carried.gone(onwards) : onwards, carried);
    } else if (arrival instanceof CodeLogin.Refused refused) {
      requirePage(context, refused.reason());
      // The page is at another address, so that what the provider sent is in no link of it.
      context.redirect(
          Language.of(onwards).prefix()
              + "/inloggen?verder="
              + URLEncoder.encode(onwards, StandardCharsets.UTF_8)
              + "&"
              + REFUSED
              + "="
              + refused.reason().text(),
          HttpStatus.SEE_OTHER);
    }
  }

  private void refuse(Context context, String onwards, Map<String, List<String>> carried) {
    requirePage(context, Reason.UNAVAILABLE);
    status(context, Reason.UNAVAILABLE);
    View view = pages.now(context);
    LoginPage page = page(view, onwards).carrying(carried).refused(view, Reason.UNAVAILABLE);
    pages.show(context, "login", page);
  }

  /** Tells a program, which has no use for a page to log in at, why nobody was logged in. */
  private static void requirePage(Context context, Reason reason) {
    if (!Accept.page(Accept.of(context.req()))) {
      throw reason == Reason.UNAVAILABLE
          ? ProblemException.unavailable(
              "The provider that people log in at gives no answer now.", Provider.PAUSE_SECONDS)
          : new ProblemException(403, "Nobody was logged in: " + reason.text() + ".");
    }
  }

  private static void status(Context context, Reason reason) {
    if (reason == Reason.UNAVAILABLE) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      context.header("Retry-After", String.valueOf(Provider.PAUSE_SECONDS));
    } else {
      context.status(HttpStatus.FORBIDDEN);
    }
  }

  /** A page that goes on elsewhere by itself; where a browser does not, there is a link. */
  private void leave(Context context, View view, String title, String text, URI address) {
    context.header("Refresh", "0; url=" + address);
    pages.show(context, "leave", LeavePage.of(view, title, text, name(), address));
  }

  /** What people know the provider as; null when there is none. */
  private String name() {
    return provider.map(CodeLogin::name).orElse(null);
  }

  // Cookies

  private String sessionCookie() {
    return cookie("sessie");
  }

  private String attemptCookie() {
    return cookie("inloggen");
  }

  /** With this prefix no other host of the domain can have set it (RFC 6265bis §4.1.3.2). */
  private String cookie(String name) {
    return secure ? "__Host-" + name : name;
  }

  private void setCookie(Context context, String name, String value, String more) {
    String safe = secure ? "; Secure" : "";
    context
        .res()
        .addHeader(
            "Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + safe + more);
  }

  /** What this browser began at the provider; the way onwards stands behind it. */
  private Optional<Attempt> attempt(Context context) {
    String kept = Optional.ofNullable(context.cookie(attemptCookie())).orElse("");
    int end = kept.lastIndexOf('.');
    return Attempt.of(end < 0 ? "" : kept.substring(0, end));
  }

  private String onwardsOf(Context context) {
    String kept = behindAttempt(context);
    return kept != null && kept.startsWith(CARRYING) ? kept.substring(CARRYING.length()) : kept;
  }

  /** Whether something was to come along; it may have had to make room for that of others. */
  private boolean isCarrying(Context context) {
    String kept = behindAttempt(context);
    return kept != null && kept.startsWith(CARRYING);
  }

  private String behindAttempt(Context context) {
    String kept = context.cookie(attemptCookie());
    return decoded(kept.substring(kept.lastIndexOf('.') + 1));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** About how many bytes it takes, so that many short ones do not take more than a few long. */
  private static int weight(String state, Map<String, List<String>> carried) {
    return carried.entrySet().stream()
        .mapToInt(
            each ->
                each.getKey().length()
                    + each.getValue().stream().mapToInt(it -> it.length() + EACH).sum()
                    + EACH)
        .sum();
  }
}
