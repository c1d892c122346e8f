package nl.standaardencatalogus.server.page;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question as a reader filled it in, right or wrong.
 *
 * @param query the query; empty when none came
 * @param asOf the day whose state is asked; may be empty
 * @param validOn the day on which it must hold; may be empty
 * @param history whether it is about all revisions
 * @param colour the column that colours the map; empty for the likeliest
 * @param format the form to answer in; empty for a page
 * @param client who asks
 * @param kept the name that the query is kept under; null when it came in full
 */
public record Posed(
    String query,
    String asOf,
    String validOn,
    boolean history,
    String colour,
    String format,
    String client,
    String kept) {
  static final String KEPT = "/q";
  private static final int LONGEST_ADDRESS = 2_000;

  static Posed of(Context context, boolean history) {
    HttpServletRequest request = context.req();
    return new Posed(
        one(request, "query").replace("\r\n", "\n"),
        history ? "" : one(request, "asOf").trim(),
        history ? "" : one(request, "validOn").trim(),
        history,
        one(request, "kleur"),
        one(request, "format"),
        request.getRemoteAddr(),
        null);
  }

  /** The same for a query that is kept under this name. */
  Posed of(String name, String text) {
    return new Posed(text, asOf, validOn, history, colour, format, client, name);
  }

  // Not Javalin's parameters: a filter before it may have read the form already.
  private static String one(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  boolean empty() {
    return query.isBlank();
  }

  /** The path of the endpoint that it is put to. */
  public String endpoint() {
    return history ? "/sparql/historie" : "/sparql";
  }

  /** Where queries of this endpoint are kept. */
  public String shelf() {
    return endpoint() + KEPT;
  }

  /** Whether the question can be had from its endpoint by an address. */
  public boolean fits() {
    return full().length() <= LONGEST_ADDRESS;
  }

  /**
   * The address of the question, its form left out; empty when it is too long for one and not kept.
   */
  Optional<String> address() {
    if (kept != null) {
      return Optional.of(shortAddress());
    }
    return fits() ? Optional.of(full()) : Optional.empty();
  }

  /** The address of a question whose query is kept. */
  public String shortAddress() {
    String choices = parameters("");
    return shelf() + "/" + kept + (choices.isEmpty() ? "" : "?" + choices);
  }

  private String full() {
    return endpoint() + "?" + parameters(query);
  }

  private String parameters(String query) {
    List<String> pairs = new ArrayList<>();
    add(pairs, "query", query);
    add(pairs, "asOf", asOf);
    add(pairs, "validOn", validOn);
    add(pairs, "kleur", colour);
    return String.join("&", pairs);
  }

  private static void add(List<String> pairs, String name, String value) {
    if (!value.isEmpty()) {
      pairs.add(name + "=" + Asked.encode(value));
    }
  }

  /** The same question on the command line, for an endpoint at this address. */
  String curl(String publicUrl, String accept) {
    List<String> days = new ArrayList<>();
    add(days, "asOf", asOf);
    add(days, "validOn", validOn);
    String address = publicUrl + endpoint() + (days.isEmpty() ? "" : "?" + String.join("&", days));
    return "curl -H 'Accept: "
        + accept
        + "' \\\n  --data-urlencode 'query="
        + query.replace("'", "'\\''")
        + "' \\\n  '"
        + address
        + "'";
  }

  /** The kind of field that can show a day or moment as it was given. */
  public String field(String value) {
    return value.isEmpty() || value.matches("\\d{4}-\\d{2}-\\d{2}") ? "date" : "text";
  }
}
