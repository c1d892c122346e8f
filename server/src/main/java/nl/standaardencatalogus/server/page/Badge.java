package nl.standaardencatalogus.server.page;

/**
 * A status in a few words.
 *
 * @param tone {@code pos}, {@code inf}, {@code war}, {@code neg} or empty: an extra, never the only
 *     sign
 */
public record Badge(String label, String tone) {}
