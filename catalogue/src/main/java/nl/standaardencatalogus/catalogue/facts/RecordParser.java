package nl.standaardencatalogus.catalogue.facts;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;

/** Reads the triples of one file, and refuses at the first thing that no record may hold. */
final class RecordParser {
  static {
    JenaSystem.init();
  }

  private final Lang lang;
  private final Map<URI, String> contexts;
  private final boolean onlyRecords;
  private final Predicate<Triple> aside;
  private final Refusal refusal;

  RecordParser(String file, Lang lang, Map<URI, String> contexts) {
    this(file, lang, contexts, true);
  }

  /**
   * @param aside whether a triple is left out, whatever it is about
   */
  RecordParser(String file, Lang lang, Map<URI, String> contexts, Predicate<Triple> aside) {
    this(file, lang, contexts, true, aside);
  }

  /**
   * @param onlyRecords whether it refuses what belongs to no record, blank nodes, and whatever the
   *     parser warns of
   */
  RecordParser(String file, Lang lang, Map<URI, String> contexts, boolean onlyRecords) {
    this(file, lang, contexts, onlyRecords, triple -> false);
  }

  private RecordParser(
      String file,
      Lang lang,
      Map<URI, String> contexts,
      boolean onlyRecords,
      Predicate<Triple> aside) {
    this.aside = aside;
    this.onlyRecords = onlyRecords;
    this.lang = lang;
    this.contexts = contexts;
    this.refusal = new Refusal(file, !onlyRecords);
  }

  /** All triples of the file. */
  List<Triple> read(byte[] content) {
    return sink(content).triples();
  }

  /** All that the file says, and what is wrong with some of it. */
  RecordSink sink(byte[] content) {
    refuseDoctype(content);
    RecordSink sink = new RecordSink(refusal, onlyRecords, aside);
    try {
      RDFParserRegistry.getFactory(lang)
          .create(lang, new RecordProfile(refusal, onlyRecords))
          .read(
              new ByteArrayInputStream(content),
              RecordProfile.UNKNOWN_BASE,
              lang.getContentType(),
              sink,
              context());
    } catch (RiotException | RecordFileException e) {
      throw refusal.because(Rule.SYNTAX, e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw refusal.because(
          Rule.SYNTAX, "it has more within each other than can be read; write it flat", e);
    }
    return sink;
  }

  /** What a DOCTYPE brings in stands in another file, or grows without end. */
  private void refuseDoctype(byte[] content) {
    if (Lang.RDFXML.equals(lang)
        && new String(content, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
      throw refusal.because(
          Rule.SYNTAX, "it has a DOCTYPE; write its entities out in the file and leave it away");
    }
  }

  private Context context() {
    Context context = new Context();
    context.set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions((url, options) -> known(url)));
    return context;
  }

  /** A file that says something else when another server changes is no file of facts. */
  private Document known(URI url) throws JsonLdError {
    String context = contexts.get(url);
    if (context != null) {
      return JsonDocument.of(new StringReader(context));
    }
    RecordFileException reason =
        refusal.because(
            Rule.NO_REMOTE_CONTEXT,
            "the context <" + url + "> is not fetched; write the context out in the file");
    throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, reason);
  }
}
