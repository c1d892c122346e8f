package nl.standaardencatalogus.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.http.Proxies;
import nl.standaardencatalogus.server.openid.Provider;
import nl.standaardencatalogus.server.openid.Registration;
import nl.standaardencatalogus.server.source.SourceList;
import nl.standaardencatalogus.server.sparql.Limits;

/**
 * How this catalogue runs, read once from the environment.
 *
 * @param port where the server listens; 0 for any free port
 * @param host the address it listens on
 * @param data the folder that holds the log and everything derived from it
 * @param publicUrl where the catalogue is on the web, without a slash at the end; null to follow
 *     host and port
 * @param publisher the organisation that publishes the catalogue
 * @param contactEmail where questions about the catalogue go; null when nobody has been named
 * @param sample whether a first start adds the made-up declarations; without them a folder that has
 *     them is not served
 * @param query what one SPARQL query may take
 * @param requestBytes a request with a larger body is refused
 * @param releaseBytes a release of GEMMA that is larger is refused
 * @param signingKey the file with the key that dumps are signed with; null for one of the folder's
 *     own
 * @param shortLinks so many queries may be kept under a short address
 * @param remarks so many proposals of visitors may wait for an answer
 * @param fourEyes whether who hands in a change may not publish it himself
 * @param proxies who is believed about for whom he asks
 * @param openId how the catalogue is known at a provider of identities; null when at none
 * @param sources where municipalities publish their declarations themselves
 * @param sourcesInterval how often each of these is fetched
 */
record Settings(
    int port,
    String host,
    Path data,
    String publicUrl,
    URI publisher,
    URI contactEmail,
    Path signingKey,
    boolean sample,
    Limits query,
    long requestBytes,
    long releaseBytes,
    int shortLinks,
    int remarks,
    boolean fourEyes,
    Proxies proxies,
    Registration openId,
    SourceList sources,
    Duration sourcesInterval) {
  private static final String PREFIX = "CATALOGUE_";

  /** The settings in these environment variables; throws {@link BadSettings} with every mistake. */
  static Settings of(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    Settings settings =
        new Settings(
            (int) reader.number("PORT", 8080, 0, 65_535),
            reader.text("HOST", "127.0.0.1"),
            reader.path("DATA", "data"),
            reader.url("PUBLIC_URL"),
            reader.organisation("PUBLISHER", Iris.organisation("vng-realisatie").getURI()),
            reader.email("CONTACT_EMAIL"),
            reader.path("SIGNING_KEY", null),
            reader.yes("SAMPLE", true),
            new Limits(
                Duration.ofSeconds(reader.number("QUERY_SECONDS", 10, 1, 60)),
                reader.number("QUERY_ROWS", 1_000_000, 1, 100_000_000),
                reader.number("QUERY_MEGABYTES", 256, 1, 10_240) << 20,
                (int) reader.number("QUERY_LONG_AT_ONCE", 1, 1, 1_000),
                Duration.ofSeconds(reader.number("QUERY_CLIENT_SECONDS", 60, 1, 86_400)),
                reader.number("QUERY_CACHE_MEGABYTES", 64, 0, 102_400) << 20),
            reader.number("REQUEST_KILOBYTES", 1024, 1, 1_048_576) << 10,
            reader.number("RELEASE_MEGABYTES", 64, 1, 512) << 20,
            (int) reader.number("SHORT_LINKS", 10_000, 0, 1_000_000),
            (int) reader.number("REMARKS", 5_000, 0, 1_000_000),
            reader.yes("FOUR_EYES", true),
            reader.proxies("PROXIES"),
            reader.openId(),
            reader.sources("SOURCES"),
            Duration.ofHours(reader.number("SOURCES_HOURS", 24, 1, 8_760)));
    reader.finish();
    return settings;
  }

  /** The same settings with another data folder. */
  Settings withData(Path folder) {
    return new Settings(
        port,
        host,
        folder,
        publicUrl,
        publisher,
        contactEmail,
        signingKey,
        sample,
        query,
        requestBytes,
        releaseBytes,
        shortLinks,
        remarks,
        fourEyes,
        proxies,
        openId,
        sources,
        sourcesInterval);
  }

  /** The settings as lines of text, for the log at the start; without what is secret. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(plain());
    lines.add(PREFIX + "OIDC_ISSUER=" + (openId == null ? "" : openId.issuer()));
    if (openId != null) {
      lines.add(PREFIX + "OIDC_NAME=" + openId.name());
      lines.add(PREFIX + "OIDC_CLIENT_ID=" + text(openId.clientId()));
      lines.add(PREFIX + "OIDC_CLIENT_SECRET=" + (openId.clientSecret() == null ? "" : "(set)"));
      lines.add(PREFIX + "OIDC_SCOPE=" + openId.scope());
      lines.add(PREFIX + "OIDC_AUDIENCE=" + text(openId.audience()));
      lines.add(PREFIX + "OIDC_ORGANISATION_CLAIM=" + openId.organisationClaim());
      lines.add(PREFIX + "OIDC_ROLES_CLAIM=" + openId.rolesClaim());
    }
    return lines;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private List<String> plain() {
    return List.of(
        PREFIX + "PORT=" + port,
        PREFIX + "HOST=" + host,
        PREFIX + "DATA=" + data,
        PREFIX + "PUBLIC_URL=" + (publicUrl == null ? "" : publicUrl),
        PREFIX + "PUBLISHER=" + publisher,
        PREFIX
            + "CONTACT_EMAIL="
            + (contactEmail == null ? "" : contactEmail.getSchemeSpecificPart()),
        PREFIX + "SIGNING_KEY=" + (signingKey == null ? "" : signingKey),
        PREFIX + "SAMPLE=" + sample,
        PREFIX + "QUERY_SECONDS=" + query.time().toSeconds(),
        PREFIX + "QUERY_ROWS=" + query.rows(),
        PREFIX + "QUERY_MEGABYTES=" + (query.bytes() >> 20),
        PREFIX + "QUERY_LONG_AT_ONCE=" + query.longAtOnce(),
        PREFIX + "QUERY_CLIENT_SECONDS=" + query.clientTime().toSeconds(),
        PREFIX + "QUERY_CACHE_MEGABYTES=" + (query.cacheBytes() >> 20),
        PREFIX + "REQUEST_KILOBYTES=" + (requestBytes >> 10),
        PREFIX + "RELEASE_MEGABYTES=" + (releaseBytes >> 20),
        PREFIX + "SHORT_LINKS=" + shortLinks,
        PREFIX + "REMARKS=" + remarks,
        PREFIX + "FOUR_EYES=" + fourEyes,
        PREFIX + "PROXIES=" + proxies,
        PREFIX + "SOURCES=" + (sources.file() == null ? "" : sources.file()),
        PREFIX + "SOURCES_HOURS=" + sourcesInterval.toHours());
  }

  /** Settings that cannot be used, with every reason. */
  static final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSettings(List<String> mistakes) {
      super("These settings cannot be used:\n  " + String.join("\n  ", mistakes));
    }
  }

  private static final class Reader {
    private final Map<String, String> environment;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> mistakes = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
    }

    String text(String name, String usual) {
      known.add(PREFIX + name);
      String value = environment.get(PREFIX + name);
      return value == null || value.isBlank() ? usual : value.trim();
    }

    long number(String name, long usual, long least, long most) {
      String value = text(name, String.valueOf(usual));
      try {
        long number = Long.parseLong(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Falls through to the same mistake as a number out of range.
      }
      mistake(name, value, "a whole number from " + least + " to " + most);
      return usual;
    }

    boolean yes(String name, boolean usual) {
      String value = text(name, String.valueOf(usual));
      if (!value.equals("true") && !value.equals("false")) {
        mistake(name, value, "true or false");
      }
      return value.equals("true");
    }

    Path path(String name, String usual) {
      String value = text(name, usual);
      try {
        return value == null ? null : Path.of(value);
      } catch (InvalidPathException e) {
        mistake(name, value, "a path");
        return null;
      }
    }

    SourceList sources(String name) {
      Path file = path(name, null);
      try {
        return file == null ? SourceList.NONE : SourceList.read(file);
      } catch (SourceList.BadList e) {
        mistakes.addAll(e.mistakes());
        return SourceList.NONE;
      }
    }

    URI organisation(String name, String usual) {
      String value = text(name, usual);
      try {
        URI uri = new URI(value);
        if (uri.isAbsolute()) {
          return uri;
        }
      } catch (URISyntaxException e) {
        // Falls through to the same mistake as a name without an address.
      }
      mistake(name, value, "the identifier of an organisation in the catalogue, https://…");
      return URI.create(usual);
    }

    URI email(String name) {
      String value = text(name, null);
      if (value == null) {
        return null;
      }
      if (value.matches("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+")) {
        return URI.create("mailto:" + value);
      }
      mistake(name, value, "an e-mail address, such as catalogus@example.nl");
      return null;
    }

    String url(String name) {
      String value = text(name, null);
      if (value == null) {
        return null;
      }
      try {
        URI uri = new URI(value);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
          return value.replaceAll("/+$", "");
        }
      } catch (URISyntaxException e) {
        // Falls through to the same mistake as an address of another kind.
      }
      mistake(name, value, "an address such as https://catalogus.example.org");
      return null;
    }

    Proxies proxies(String name) {
      String value = text(name, null);
      if (value == null) {
        return Proxies.NONE;
      }
      return Proxies.of(value)
          .orElseGet(
              () -> {
                mistake(name, value, "addresses or networks, such as 127.0.0.1,10.0.0.0/8");
                return Proxies.NONE;
              });
    }

    /** How the catalogue is known at a provider of identities; null without an issuer. */
    Registration openId() {
      String issuer = issuer("OIDC_ISSUER");
      String name = text("OIDC_NAME", issuer == null ? null : URI.create(issuer).getHost());
      String client = text("OIDC_CLIENT_ID", null);
      String secret = secret();
      String scope = text("OIDC_SCOPE", "openid");
      String audience = text("OIDC_AUDIENCE", null);
      String organisation = text("OIDC_ORGANISATION_CLAIM", "organisation");
      String roles = text("OIDC_ROLES_CLAIM", "roles");
      if (issuer == null) {
        needless(client != null || secret != null || audience != null);
        return null;
      }
      together(client, audience, scope);
      return new Registration(
          URI.create(issuer), name, client, secret, scope, audience, organisation, roles);
    }

    private String issuer(String name) {
      String value = text(name, null);
      if (value == null) {
        return null;
      }
      try {
        // As it is: an issuer with a slash at its end is another one than without.
        URI uri = new URI(value);
        if (uri.getHost() != null
            && uri.getQuery() == null
            && uri.getFragment() == null
            && Provider.isSafe(uri)) {
          return value;
        }
      } catch (URISyntaxException e) {
        // Falls through to the same mistake as an address without TLS.
      }
      mistake(name, value, "an address with https, or on this machine with http");
      return null;
    }

    /** Also from a file, as who runs containers hands secrets over. */
    private String secret() {
      String value = text("OIDC_CLIENT_SECRET", null);
      Path file = path("OIDC_CLIENT_SECRET_FILE", null);
      if (file == null) {
        return value;
      }
      if (value != null) {
        mistakes.add(PREFIX + "OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE: give one of them");
      }
      try {
        String read = Files.readString(file).strip();
        if (!read.isEmpty()) {
          return read;
        }
      } catch (IOException e) {
        // Falls through to the same mistake as an empty file.
      }
      mistake("OIDC_CLIENT_SECRET_FILE", file.toString(), "a file with the secret in it");
      return null;
    }

    private void needless(boolean given) {
      if (given && !environment.containsKey(PREFIX + "OIDC_ISSUER")) {
        mistakes.add(PREFIX + "OIDC_ISSUER is missing, which the other OIDC settings are about");
      }
    }

    private void together(String client, String audience, String scope) {
      if (client == null && audience == null) {
        mistakes.add(
            PREFIX
                + "OIDC_CLIENT_ID (people log in) or "
                + PREFIX
                + "OIDC_AUDIENCE (programs show tokens) must be given with OIDC_ISSUER, or both");
      }
      if (client != null && client.equals(audience)) {
        mistake(
            "OIDC_AUDIENCE", audience, "another name than OIDC_CLIENT_ID, which ID tokens have");
      }
      if (client != null && text("PUBLIC_URL", null) == null) {
        mistakes.add(
            PREFIX + "PUBLIC_URL must be given with OIDC_CLIENT_ID: people come back to it");
      }
      if (!List.of(scope.split(" ")).contains("openid")) {
        mistake("OIDC_SCOPE", scope, "scopes with spaces between them, openid among them");
      }
    }

    private void mistake(String name, String value, String expected) {
      mistakes.add(PREFIX + name + "=" + value + " must be " + expected);
    }

    void finish() {
      for (String name : new TreeSet<>(environment.keySet())) {
        if (name.startsWith(PREFIX) && !known.contains(name)) {
          mistakes.add(name + " is not a setting; there are " + String.join(", ", known));
        }
      }
      if (!mistakes.isEmpty()) {
        throw new BadSettings(mistakes);
      }
    }
  }
}
