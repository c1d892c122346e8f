package nl.standaardencatalogus.server.api;

import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/**
 * How values are written under the keys of the published JSON-LD context, so that JSON without a
 * context says the same to who reads it with that one.
 */
final class ItemKeys {
  private static final String NONE = "";

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Boolean> byLanguage = new HashMap<>();

  private ItemKeys() {}

  /** The keys of a context document. */
  static ItemKeys of(String context) {
    ItemKeys keys = new ItemKeys();
    JsonObject terms = JSON.parse(context).getObj("@context");
    terms.forEach(
        (key, term) -> {
          if (term.isObject()) {
            keys.add(key, term.getAsObject());
          }
        });
    return keys;
  }

  private void add(String key, JsonObject term) {
    types.put(key, term.hasKey("@type") ? whole(term.getString("@type")) : NONE);
    byLanguage.put(
        key, term.hasKey("@container") && term.getString("@container").equals("@language"));
  }

  private static String whole(String type) {
    return type.startsWith("xsd:") ? XSD.NS + type.substring("xsd:".length()) : type;
  }

  /** Adds a value to those of a key. */
  void put(JsonObject item, String key, Node value, boolean many) {
    if (byLanguage.getOrDefault(key, false)) {
      byLanguage(item, key, value);
    } else if (many) {
      JsonValue known = item.get(key);
      if (known == null) {
        known = new JsonArray();
        item.put(key, known);
      }
      known.getAsArray().add(written(key, value));
    } else {
      item.put(key, written(key, value));
    }
  }

  private static void byLanguage(JsonObject item, String key, Node value) {
    String language = value.getLiteralLanguage();
    if (!item.hasKey(key)) {
      item.put(key, new JsonObject());
    }
    item.getObj(key).put(language.isEmpty() ? "@none" : language, value.getLiteralLexicalForm());
  }

  private JsonValue written(String key, Node value) {
    if (value.isURI()) {
      return text(key.equals("type") ? className(value.getURI()) : value.getURI());
    }
    String form = value.getLiteralLexicalForm();
    String language = value.getLiteralLanguage();
    if (!language.isEmpty()) {
      return object(form, "@language", language);
    }
    String type = value.getLiteralDatatypeURI();
    if (type.equals(XSDDatatype.XSDinteger.getURI()) && form.matches("0|-?[1-9][0-9]{0,17}")) {
      return JsonNumber.value(Long.parseLong(form));
    }
    if (type.equals(XSDDatatype.XSDboolean.getURI()) && form.matches("true|false")) {
      return new JsonBoolean(Boolean.parseBoolean(form));
    }
    String expected = types.getOrDefault(key, NONE);
    boolean plain = type.equals(XSD.xstring.getURI()) && expected.equals(NONE);
    return plain || type.equals(expected) ? text(form) : object(form, "@type", type);
  }

  private static JsonValue text(String text) {
    return new JsonString(text);
  }

  private static JsonObject object(String form, String name, String value) {
    JsonObject object = new JsonObject();
    object.put("@value", form);
    object.put(name, value);
    return object;
  }

  /** A class of the ontology goes by its own name, one of another vocabulary by its prefix. */
  private static String className(String iri) {
    if (iri.startsWith(SC.NS)) {
      return iri.substring(SC.NS.length());
    }
    return Vocabularies.prefixes().entrySet().stream()
        .filter(prefix -> iri.startsWith(prefix.getValue()))
        .map(prefix -> prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
        .findFirst()
        .orElse(iri);
  }
}
