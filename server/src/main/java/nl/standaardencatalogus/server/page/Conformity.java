package nl.standaardencatalogus.server.page;

/**
 * How the description for harvesters holds to one application profile.
 *
 * @param profile its name
 * @param violations how often it does not
 * @param remarks how often it could be better
 */
public record Conformity(String profile, int violations, int remarks) {}
