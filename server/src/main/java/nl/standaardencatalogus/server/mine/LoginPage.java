package nl.standaardencatalogus.server.mine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.server.openid.CodeLogin.Reason;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * Where people log in.
 *
 * @param onwards where they go then
 * @param provider where else they can log in; null when nowhere
 * @param id what they tried to log in as
 * @param wrong what was not right with that; null when nothing was
 * @param refused why they were not logged in there; null when they were not refused
 * @param ended whether a session turned out to have ended when something was sent
 * @param carried what they had filled in when their session turned out to have ended, by name
 */
public record LoginPage(
    Frame frame,
    String onwards,
    String provider,
    String id,
    String wrong,
    String refused,
    boolean ended,
    Map<String, List<String>> carried) {
  private static final String CARRIED = "mee.";

  static LoginPage of(View view, String onwards, String provider) {
    String title = view.t("login.title");
    return new LoginPage(frame(view, title), onwards, provider, "", null, null, false, Map.of());
  }

  /** Where a login at the provider begins. */
  public String elsewhere() {
    return frame.href("/inloggen/openid")
        + "?verder="
        + URLEncoder.encode(onwards, StandardCharsets.UTF_8);
  }

  private static Frame frame(View view, String shown) {
    return view.frame(shown, "mijn", view.crumbs(new Link(view.t("login.title"), null)), false);
  }

  private static Frame wrongFrame(View view) {
    return frame(view, view.t("form.wrong", view.t("login.title")));
  }

  /** The same after a name and password with which nobody was logged in, and why. */
  LoginPage wrong(View view, String tried, String why) {
    return new LoginPage(wrongFrame(view), onwards, provider, tried, why, null, ended, carried);
  }

  /** The same after a login elsewhere that came to nothing. */
  LoginPage refused(View view, Reason reason) {
    String text = view.t("login.refused." + reason.text(), provider);
    return new LoginPage(wrongFrame(view), onwards, provider, id, null, text, ended, carried);
  }

  /** The same for who sent something without a session. */
  LoginPage afterTheEnd() {
    return new LoginPage(frame, onwards, provider, id, wrong, refused, true, carried);
  }

  /** The same with what goes along through the login. */
  LoginPage carrying(Map<String, List<String>> fields) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    fields.forEach((name, texts) -> named.put(CARRIED + name, texts));
    return new LoginPage(frame, onwards, provider, id, wrong, refused, ended, named);
  }

  /** What was carried along with a login. */
  static Map<String, List<String>> carried(Map<String, List<String>> parameters) {
    Map<String, List<String>> carried = new LinkedHashMap<>();
    parameters.forEach(
        (name, texts) -> {
          if (name.startsWith(CARRIED)) {
            carried.put(name.substring(CARRIED.length()), texts);
          }
        });
    return carried;
  }
}
