package nl.standaardencatalogus.catalogue.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Spells the end of a stem as Dutch spells the end of a word: {@code adress} (from {@code
 * adressen}) as {@code adres}, {@code briev} as {@code brief}, {@code huiz} as {@code huis}.
 */
final class DutchEndings extends TokenFilter {
  private static final String VOWELS = "aeiouy";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  DutchEndings(TokenStream stems) {
    super(stems);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    // Shorter ones are mostly abbreviations, such as WOZ.
    if (term.length() > 3) {
      int last = term.length() - 1;
      char end = term.charAt(last);
      if (end == term.charAt(last - 1) && Character.isLetter(end) && VOWELS.indexOf(end) < 0) {
        term.setLength(last);
      } else if (end == 'v') {
        term.buffer()[last] = 'f';
      } else if (end == 'z') {
        term.buffer()[last] = 's';
      }
    }
    return true;
  }
}
