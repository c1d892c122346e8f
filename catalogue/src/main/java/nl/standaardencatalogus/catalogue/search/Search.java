package nl.standaardencatalogus.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * An index over everything that has a name, in memory: it takes a fraction of a second to build, so
 * keeping it on disk would only add something that can be out of step. Immutable; safe for use by
 * any number of threads. Queries in SPARQL search the same index ({@link #inSparql}).
 *
 * <p>An exact identifier or name comes first, then what begins with the words, then what holds all
 * of them; within each, what is in force stands above what is over.
 */
public final class Search {
  /** With fewer answers than this, words that are nearly the same are tried as well. */
  private static final int FEW = 5;

  /** What is longer than any name is not looked at whole; Lucene refuses words of a thousand. */
  private static final int LONGEST = 300;

  private static final String WHOLE = "whole";
  private static final String NAME = "name";
  private static final String JOINED = "joined";
  private static final String PLAIN = "plain";
  private static final String TEXT = "text";
  private static final String LABEL = "label";
  private static final String DESCRIPTION = "description";
  private static final String THING = "uri";
  private static final Words STEMMED = Words.stemmed();
  private static final Words UNSTEMMED = Words.unstemmed();
  private static final Words ASKED = Words.asked();

  private static final FieldType WHOLE_WORD = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WHOLE_WORD.setTokenized(false);
    WHOLE_WORD.freeze();
  }

  private final List<Entry> entries;
  private final IndexSearcher index;
  private final TextIndex inSparql;

  private Search(List<Entry> entries, IndexSearcher index, Directory directory) {
    this.entries = entries;
    this.index = index;
    this.inSparql = textIndex(directory);
  }

  /**
   * How {@code text:query} sees the index: by default everything known about a thing; names under
   * {@code rdfs:label}, {@code skos:prefLabel}, {@code skos:altLabel} and {@code dct:title};
   * descriptions under {@code dct:description}.
   */
  private static TextIndex textIndex(Directory directory) {
    EntityDefinition fields = new EntityDefinition(THING, TEXT);
    for (Resource name : List.of(RDFS.label, SKOS.prefLabel, SKOS.altLabel, DCTerms.title)) {
      fields.set(LABEL, name.asNode());
    }
    fields.set(DESCRIPTION, DCTerms.description.asNode());
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setAnalyzer(STEMMED);
    config.setQueryAnalyzer(ASKED);
    return new TextIndexLucene(directory, config);
  }

  /** Builds the index. */
  public static Search over(Collection<Entry> entries) {
    List<Entry> kept = List.copyOf(entries);
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(STEMMED))) {
        for (int i = 0; i < kept.size(); i++) {
          writer.addDocument(document(kept.get(i), i));
        }
      }
      return new Search(kept, new IndexSearcher(DirectoryReader.open(directory)), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Entry entry, int place) {
    Document document = new Document();
    document.add(new StoredField("place", place));
    document.add(new StringField(THING, entry.thing().getURI(), Field.Store.YES));
    for (String identifier : entry.identifiers()) {
      document.add(new StringField(WHOLE, folded(identifier), Field.Store.NO));
      document.add(new TextField(TEXT, identifier, Field.Store.NO));
    }
    for (String name : entry.names()) {
      document.add(new StringField(WHOLE, folded(name), Field.Store.NO));
      document.add(new StringField(NAME, folded(name), Field.Store.NO));
      document.add(new StringField(JOINED, joined(UNSTEMMED.of(name)), Field.Store.NO));
      document.add(new TextField(TEXT, name, Field.Store.NO));
      document.add(new TextField(LABEL, name, Field.Store.YES));
      for (String word : UNSTEMMED.of(name)) {
        document.add(new StringField(PLAIN, word, Field.Store.NO));
        // So that beginnings and near misses of whole words are found as well as stems.
        document.add(new Field(TEXT, word, WHOLE_WORD));
        document.add(new Field(LABEL, word, WHOLE_WORD));
      }
    }
    for (String family : entry.families()) {
      document.add(new TextField(TEXT, family, Field.Store.NO));
    }
    document.add(new TextField(TEXT, entry.description(), Field.Store.NO));
    document.add(new TextField(DESCRIPTION, entry.description(), Field.Store.YES));
    return document;
  }

  /** Everything that is in the index, in no order. */
  public List<Entry> entries() {
    return entries;
  }

  /** The same index for {@code text:query} in SPARQL. */
  public TextIndex inSparql() {
    return inSparql;
  }

  /** Finds at most so many things of these kinds; all kinds when none is named. */
  public Hits find(String words, int most, Set<String> kinds) {
    List<String> plain = UNSTEMMED.of(words.substring(0, Math.min(words.length(), LONGEST)));
    if (plain.isEmpty()) {
      return new Hits(List.of(), List.of());
    }
    Set<Entry> found = new LinkedHashSet<>();
    String whole = String.join(" ", plain);
    addTier(found, new TermQuery(new Term(WHOLE, whole)), kinds);
    addTier(found, new PrefixQuery(new Term(NAME, whole)), kinds);
    addTier(found, allWords(plain), kinds);
    addTier(found, new PrefixQuery(new Term(JOINED, joined(plain))), kinds);
    List<Entry> best = found.stream().limit(most).toList();
    if (found.size() >= FEW) {
      return new Hits(best, List.of());
    }
    Set<Entry> near = new LinkedHashSet<>();
    addTier(near, nearly(plain), kinds);
    near.removeAll(found);
    return new Hits(best, near.stream().limit(FEW).toList());
  }

  private void addTier(Set<Entry> found, Query query, Set<String> kinds) {
    try {
      List<Entry> tier = new ArrayList<>();
      for (ScoreDoc hit : index.search(query, Math.max(1, entries.size())).scoreDocs) {
        tier.add(entries.get(place(hit)));
      }
      tier.stream()
          .filter(entry -> kinds.isEmpty() || kinds.contains(entry.kind()))
          .sorted(Comparator.comparing(Entry::ended))
          .forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int place(ScoreDoc hit) throws IOException {
    return index.storedFields().document(hit.doc).getField("place").numericValue().intValue();
  }

  private static Query allWords(List<String> plain) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : plain) {
      BooleanQuery.Builder either = new BooleanQuery.Builder();
      either.add(
          new BoostQuery(new PrefixQuery(new Term(PLAIN, word)), 4), BooleanClause.Occur.SHOULD);
      for (String stem : STEMMED.of(word)) {
        either.add(
            new BoostQuery(new TermQuery(new Term(TEXT, stem)), 3), BooleanClause.Occur.SHOULD);
      }
      for (String stem : ASKED.of(word)) {
        either.add(new TermQuery(new Term(TEXT, stem)), BooleanClause.Occur.SHOULD);
      }
      all.add(either.build(), BooleanClause.Occur.MUST);
    }
    return all.build();
  }

  /** One slip in words of four to seven letters, two from eight, none in shorter ones. */
  private static Query nearly(List<String> plain) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : plain) {
      int slips = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
      Term term = new Term(PLAIN, word);
      all.add(
          slips == 0 ? new TermQuery(term) : new FuzzyQuery(term, slips, 1),
          BooleanClause.Occur.MUST);
    }
    return all.build();
  }

  /** Words written as one, since where Dutch has one word people often write two. */
  private static String joined(List<String> words) {
    return String.join("", words);
  }

  private static String folded(String text) {
    return UNSTEMMED.of(text).stream().collect(Collectors.joining(" "));
  }
}
