package nl.standaardencatalogus.server.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Identity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What the claims of a provider come to here: an organisation that the catalogue has, and its
 * roles. Only what a signature was checked of comes here. What the principal may do with them is
 * for {@link nl.standaardencatalogus.catalogue.access.Permissions} to say.
 */
final class Claims {
  /** Twenty positions, of which the first eight say what the others are (Logius, OIN-Stelsel). */
  private static final Pattern OIN = Pattern.compile("[0-9]{8}[0-9A-Z]{12}");

  private static final Set<ThingKind> ORGANISATIONS =
      EnumSet.of(ThingKind.PUBLIC_BODY, ThingKind.ORGANISATION, ThingKind.COOPERATION);

  private final String organisationClaim;
  private final String rolesClaim;
  private final Supplier<Graph> state;

  /**
   * Reads claims.
   *
   * @param state what the catalogue knows now; it has the OIN of each organisation
   */
  Claims(Registration registration, Supplier<Graph> state) {
    this.organisationClaim = registration.organisationClaim();
    this.rolesClaim = registration.rolesClaim();
    this.state = state;
  }

  /**
   * Who claims say that acts.
   *
   * @param name what the log will call it: a program or a part, never a person
   * @throws NoOrganisation when they name none, or none that the catalogue has
   */
  Principal principal(JWTClaimsSet claims, String name) {
    return new Principal(name, organisation(claims), roles(claims));
  }

  /**
   * The same at each login of a subject for an organisation, and no other's: what he began for one
   * is not there when he acts for another. Says nothing of who it is.
   */
  static String id(JWTClaimsSet claims, Node organisation) {
    String subject = claims.getIssuer() + "\n" + claims.getSubject();
    // No id of a key has an underscore.
    return Identity.ELSEWHERE + CanonicalGraph.sha256(subject + "\n" + organisation.getURI());
  }

  private Node organisation(JWTClaimsSet claims) {
    List<String> named = texts(claims, organisationClaim);
    if (named.size() != 1) {
      throw new NoOrganisation(
          "The claim "
              + organisationClaim
              + (named.isEmpty() ? " is missing" : " names several organisations")
              + ": it says for which organisation somebody acts, by its TOOI IRI or OIN.");
    }
    String text = named.get(0);
    Graph known = state.get();
    List<Node> found =
        OIN.matcher(text).matches()
            ? known
                .find(Node.ANY, SC.OIN, NodeFactory.createLiteralString(text))
                .mapWith(Triple::getSubject)
                .filterKeep(it -> isOrganisation(known, it))
                .toList()
            : List.of(NodeFactory.createURI(text)).stream()
                .filter(it -> isOrganisation(known, it))
                .toList();
    if (found.size() != 1) {
      throw new NoOrganisation(
          "The claim "
              + organisationClaim
              + " says "
              + text
              + ", which "
              + (found.isEmpty() ? "no organisation" : "more than one organisation")
              + " of the catalogue has as its TOOI IRI or OIN.");
    }
    return found.get(0);
  }

  private static boolean isOrganisation(Graph known, Node thing) {
    return Iris.kindOf(thing).filter(ORGANISATIONS::contains).isPresent()
        && known.contains(thing, RDF.type.asNode(), Node.ANY);
  }

  /** A role that is not known here gives nothing: a provider has others for other programs. */
  private Set<Role> roles(JWTClaimsSet claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    texts(claims, rolesClaim).forEach(name -> Role.named(name).ifPresent(roles::add));
    return roles;
  }

  /** The texts of a claim, which may be one of an object: {@code realm_access.roles}. */
  private static List<String> texts(JWTClaimsSet claims, String name) {
    Object value = value(claims.getClaims(), name).orElse(null);
    if (value instanceof List<?> list) {
      return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return value instanceof String text && !text.isBlank() ? List.of(text) : List.of();
  }

  private static Optional<Object> value(Map<?, ?> claims, String name) {
    Object whole = claims.get(name);
    int dot = name.indexOf('.');
    if (whole != null || dot < 0) {
      return Optional.ofNullable(whole);
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? value(inner, name.substring(dot + 1))
        : Optional.empty();
  }
}
