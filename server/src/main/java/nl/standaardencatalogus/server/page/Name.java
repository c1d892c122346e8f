package nl.standaardencatalogus.server.page;

/** A display name: in Dutch, or in no language, and in English where there is one. */
record Name(String nl, String en) {
  String in(Language language) {
    return language == Language.NL ? first(nl, en) : first(en, nl);
  }

  private static String first(String one, String other) {
    return one != null ? one : other;
  }

  Name with(String text, String tag) {
    return tag.equals("en") ? new Name(nl, text) : new Name(text, en);
  }
}
