package nl.standaardencatalogus.server.openid;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/** What the catalogue has to do with a provider of identities, as far as that was set up. */
public final class OpenId {
  /** Where the provider sends people back to. */
  public static final String BACK = "/inloggen/terug";

  private final Optional<CodeLogin> people;
  private final Optional<Tokens> programs;

  private OpenId(Optional<CodeLogin> people, Optional<Tokens> programs) {
    this.people = people;
    this.programs = programs;
  }

  /**
   * Sets up what a registration says; asks the provider nothing yet.
   *
   * @param registration null for nothing
   * @param state what the catalogue knows now
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public static OpenId of(
      Registration registration, Supplier<Graph> state, String publicUrl, Clock clock) {
    if (registration == null) {
      return new OpenId(Optional.empty(), Optional.empty());
    }
    Provider provider = new Provider(registration.issuer(), clock);
    Claims claims = new Claims(registration, state);
    return new OpenId(
        registration.isForPeople()
            ? Optional.of(
                new CodeLogin(
                    provider,
                    registration,
                    claims,
                    URI.create(publicUrl + BACK),
                    URI.create(publicUrl + "/inloggen")))
            : Optional.empty(),
        registration.isForPrograms()
            ? Optional.of(new Tokens(provider, registration, claims))
            : Optional.empty());
  }

  /** Where people log in; empty when they do not there. */
  public Optional<CodeLogin> people() {
    return people;
  }

  /** Whose tokens are; empty when none are taken. */
  public Optional<Tokens> programs() {
    return programs;
  }
}
