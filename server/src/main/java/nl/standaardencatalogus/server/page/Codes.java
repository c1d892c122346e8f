package nl.standaardencatalogus.server.page;

import java.util.Map;
import java.util.Optional;

/** Texts for codes that stand in the facts as plain text, which is the same in every language. */
final class Codes {
  private static final Map<String, Map<String, String>> TEXTS =
      Map.of(
          "cooperationStatus",
          Map.of("active", "code.active", "ended", "code.ended"),
          "ictEvidence",
          Map.of(
              "policy-area",
              "code.policy-area",
              "powers",
              "code.powers",
              "purpose",
              "code.purpose",
              "title",
              "code.title"),
          "legalForm",
          Map.of(
              "hosted by municipality Oosterhout",
              "code.hosted",
              "private-law cooperation",
              "code.private",
              "service agreement with host municipality",
              "code.service"));

  private Codes() {}

  /** The key of the text for a code of a property; empty for what is no code. */
  static Optional<String> text(String property, String code) {
    return Optional.ofNullable(TEXTS.getOrDefault(property, Map.of()).get(code));
  }
}
