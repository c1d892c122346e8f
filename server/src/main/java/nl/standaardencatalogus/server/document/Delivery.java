package nl.standaardencatalogus.server.document;

import io.javalin.http.Context;
import java.util.List;
import nl.standaardencatalogus.server.http.Gzip;
import nl.standaardencatalogus.server.http.Validators;

/**
 * Hands documents over in a form for programs: compressed for who can read that, and not at all to
 * who has them already.
 */
final class Delivery {
  private final Writing writing;

  Delivery(Writing writing) {
    this.writing = writing;
  }

  /** Answers with a document; on what it varies is already said. */
  void send(Context context, Document document, Form form) {
    context.header("Content-Location", document.path() + "." + form.suffix());
    sendHere(context, document, form);
  }

  /** The same for a document whose forms have no addresses of their own. */
  void sendHere(Context context, Document document, Form form) {
    Validators validators = validators(context, document, form);
    validators.send(context.res());
    vary(context, "Accept-Encoding");
    if (validators.unchanged(context.req())) {
      context.status(304);
    } else {
      write(context, document, form);
    }
  }

  private static Validators validators(Context context, Document document, Form form) {
    String encoding = Gzip.accepted(context.req()) ? "-gz" : "";
    String tag = '"' + document.hash() + '-' + form.suffix() + encoding + '"';
    return new Validators(tag, document.modified());
  }

  /** The body alone, with what says how to read it. */
  void write(Context context, Document document, Form form) {
    byte[] bytes = writing.bytes(document.graph(), form);
    // Not by Javalin: its entity tag would be the same with and without compression.
    context.disableCompression();
    if (Gzip.accepted(context.req())) {
      context.header("Content-Encoding", "gzip");
      bytes = Gzip.compressed(bytes);
    }
    context.contentType(form.type() + (form == Form.RDF_XML ? "" : ";charset=utf-8"));
    context.result(bytes);
  }

  /** Adds a header to those that an answer depends on. */
  static void vary(Context context, String header) {
    String known = context.res().getHeader("Vary");
    List<String> names = known == null ? List.of() : List.of(known.split(", "));
    if (!names.contains(header)) {
      context.header("Vary", known == null ? header : known + ", " + header);
    }
  }
}
