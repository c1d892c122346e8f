package nl.standaardencatalogus.catalogue.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.tartarus.snowball.ext.DutchStemmer;

/** How text becomes words: split at hyphens, lower case, without diacritics, lightly stemmed. */
final class Words extends Analyzer {
  private final boolean stemmed;
  private final SynonymMap synonyms;

  private Words(boolean stemmed, SynonymMap synonyms) {
    this.stemmed = stemmed;
    this.synonyms = synonyms;
  }

  /** Words as they are written. */
  static Words unstemmed() {
    return new Words(false, null);
  }

  /** Words in the form that the index holds them in. */
  static Words stemmed() {
    return new Words(true, null);
  }

  /** Words that somebody asks for: those in the index, with what means the same to a searcher. */
  static Words asked() {
    return new Words(true, synonyms());
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(source));
    if (stemmed) {
      words = new DutchEndings(new SnowballFilter(words, new DutchStemmer()));
    }
    if (synonyms != null) {
      words = new SynonymGraphFilter(words, synonyms, false);
    }
    return new TokenStreamComponents(source, words);
  }

  /** For words that are not analysed: beginnings, near misses. */
  @Override
  protected TokenStream normalize(String field, TokenStream word) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(word));
  }

  List<String> of(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static SynonymMap synonyms() {
    SynonymMap.Builder synonyms = new SynonymMap.Builder();
    try (Words stems = stemmed();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Words.class.getResourceAsStream("synonyms.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          String word = stems.of(line.substring(0, colon)).get(0);
          for (String same : stems.of(line.substring(colon + 1))) {
            synonyms.add(new CharsRef(word), new CharsRef(same), true);
          }
        }
      }
      return synonyms.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
