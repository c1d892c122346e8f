package nl.standaardencatalogus.server.gemma;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a file in the exchange format of The Open Group for ArchiMate 3 as it streams by: what is
 * kept is what is said of elements and relations, not the views. A document type is refused, and
 * with it everything that could make the file fetch another or grow.
 */
public final class ReleaseReader {
  private static final String NS = "http://www.opengroup.org/xsd/archimate/3.0/";
  private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

  /** Deeper than boxes in boxes of any view that people can read. */
  private static final int DEEPEST = 100;

  private static final int LONGEST = 1_000_000;
  private static final int MOST = 500_000;
  private static final long LARGEST = 512L << 20;

  private final XMLStreamReader xml;
  private final Deque<String> path = new ArrayDeque<>();
  private final Map<String, Part> elements = new LinkedHashMap<>();
  private final List<Part> relations = new ArrayList<>();
  private final Set<String> relationIds = new HashSet<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final Part model = new Part("", 1, "", "", "");
  private Part part = model;
  private String definition;
  private StringBuilder text;
  private String language;
  private String property;

  /** What is being read: the model, an element or a relation. */
  private static final class Part {
    private final String id;
    private final int line;
    private final String type;
    private final String from;
    private final String to;
    private final Map<String, String> names = new HashMap<>();

    /** Values by the identifiers of their definitions, which stand further on in the file. */
    private final Map<String, String> values = new LinkedHashMap<>();

    Part(String id, int line, String type, String from, String to) {
      this.id = id;
      this.line = line;
      this.type = type;
      this.from = from;
      this.to = to;
    }

    /** In Dutch, or else in no language, or else in any. */
    String name() {
      String plain = names.getOrDefault("", names.values().stream().findFirst().orElse(null));
      return names.getOrDefault("nl", plain);
    }
  }

  private ReleaseReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a file.
   *
   * @throws ReleaseException when it is broken, or is something else
   */
  public static Release read(Path file) throws ReleaseException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST) {
        throw new ReleaseException(1, "the file is larger than " + (LARGEST >> 20) + " MB");
      }
      return read(in);
    } catch (IOException e) {
      throw new ReleaseException("cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads what streams by, to its end.
   *
   * @throws IOException when it stops before that
   * @throws ReleaseException when it is broken, or is something else
   */
  public static Release read(InputStream stream) throws IOException, ReleaseException {
    try (DigestInputStream in = new DigestInputStream(new BufferedInputStream(stream), sha256())) {
      ReleaseReader reader = new ReleaseReader(factory().createXMLStreamReader(in));
      reader.read();
      // It has read on until there was nothing more: after the model may stand only white space.
      return reader.release(HexFormat.of().formatHex(in.getMessageDigest().digest()));
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken
          && !(broken instanceof CharConversionException)) {
        throw broken;
      }
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      String reason = e.getMessage().replaceFirst("(?s)^ParseError at .*?Message: ", "").strip();
      throw new ReleaseException(line, "this is no well-formed XML: " + reason);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  private ReleaseException refused(String reason) {
    return new ReleaseException(line(), reason);
  }

  private void read() throws XMLStreamException, ReleaseException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> end(path.pop());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        case XMLStreamConstants.DTD -> throw refused("a document type (DTD) is not allowed");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused("the entity " + xml.getLocalName() + " is not allowed");
        default -> {
          // Comments, processing instructions and white space say nothing.
        }
      }
    }
  }

  private void start(String name) throws ReleaseException {
    boolean ours = NS.equals(xml.getNamespaceURI());
    if (path.isEmpty() && !(ours && name.equals("model"))) {
      throw refused(
          "this is no model exchange file: it begins with <"
              + name
              + ">, not with <model> of "
              + NS
              + "; an Archi model is exported as one with Open Exchange");
    }
    String parent = path.isEmpty() ? "" : path.peek();
    path.push(ours ? name : "");
    if (path.size() > DEEPEST) {
      throw refused("elements stand more than " + DEEPEST + " deep in each other");
    }
    boolean own = path.size() == (part == model ? 2 : 4);
    switch (ours ? parent + "/" + name : "") {
      case "elements/element" -> element();
      case "relationships/relationship" -> relation();
      case "propertyDefinitions/propertyDefinition" -> definition = required("identifier");
      case "propertyDefinition/name" -> text("");
      case "model/name", "element/name", "relationship/name" -> {
        if (own) {
          String tag = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
          text(tag == null ? "" : tag.replaceFirst("-.*", ""));
        }
      }
      // Also views have properties, which are not those of the model.
      case "properties/property" ->
          property =
              path.size() == (part == model ? 3 : 5) ? required("propertyDefinitionRef") : null;
      case "property/value" -> {
        if (property != null) {
          text("");
        }
      }
      default -> {
        // Documentation, views and folders are not read.
      }
    }
  }

  private void text(String tag) {
    text = new StringBuilder();
    language = tag;
  }

  private void characters() throws ReleaseException {
    if (text != null) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      if (text.length() > LONGEST) {
        throw refused("a text is longer than " + LONGEST + " characters");
      }
    }
  }

  private void element() throws ReleaseException {
    part = new Part(required("identifier"), line(), type(), "", "");
    if (elements.put(part.id, part) != null) {
      throw refused("the identifier " + part.id + " stands there twice");
    }
    few(elements.size());
  }

  private void relation() throws ReleaseException {
    part = new Part(required("identifier"), line(), type(), required("source"), required("target"));
    relations.add(part);
    if (!relationIds.add(part.id)) {
      throw refused("the identifier " + part.id + " stands there twice");
    }
    few(relations.size());
  }

  private void few(int size) throws ReleaseException {
    if (size > MOST) {
      throw refused("there are more than " + MOST + " of these");
    }
  }

  private String required(String attribute) throws ReleaseException {
    String value = xml.getAttributeValue(null, attribute);
    if (value == null || value.isBlank()) {
      throw refused("<" + xml.getLocalName() + "> has no " + attribute);
    }
    return value;
  }

  private String type() throws ReleaseException {
    String type = xml.getAttributeValue(XSI, "type");
    if (type == null) {
      throw refused("<" + xml.getLocalName() + "> has no xsi:type");
    }
    return type.substring(type.indexOf(':') + 1);
  }

  private void end(String name) {
    String parent = path.isEmpty() ? "" : path.peek();
    if (text != null && (name.equals("name") || name.equals("value"))) {
      String said = text.toString().strip().replaceAll("\\s+", " ");
      text = null;
      if (name.equals("value")) {
        part.values.putIfAbsent(property, said);
      } else if (parent.equals("propertyDefinition")) {
        definitions.put(definition, said);
      } else if (!said.isEmpty()) {
        part.names.putIfAbsent(language, said);
      }
    } else if (path.size() == 2 && (name.equals("element") || name.equals("relationship"))) {
      part = model;
    }
  }

  private Release release(String hash) throws ReleaseException {
    Map<String, Release.Element> read = new LinkedHashMap<>();
    Map<String, String> objectIds = new HashMap<>();
    for (Part it : elements.values()) {
      Release.Element element =
          new Release.Element(it.id, it.line, it.type, it.name(), properties(it));
      String objectId = element.objectId();
      String other = objectId == null ? null : objectIds.put(objectId, it.id);
      if (other != null) {
        throw new ReleaseException(it.line, "the Object ID " + objectId + " is also of " + other);
      }
      read.put(it.id, element);
    }
    List<Release.Relation> between = new ArrayList<>();
    for (Part it : relations) {
      for (String end : List.of(it.from, it.to)) {
        if (!elements.containsKey(end) && !relationIds.contains(end)) {
          throw new ReleaseException(
              it.line, "the relation " + it.id + " leads to " + end + ", which is not in the file");
        }
      }
      between.add(
          new Release.Relation(it.id, it.line, it.type, it.from, it.to, it.name(), properties(it)));
    }
    return new Release(
        model.name(), properties(model), read, between, Set.copyOf(definitions.values()), hash);
  }

  private Map<String, String> properties(Part it) throws ReleaseException {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : it.values.entrySet()) {
      String name = definitions.get(value.getKey());
      if (name == null) {
        throw new ReleaseException(
            it.line, "the property " + value.getKey() + " is defined nowhere in the file");
      }
      if (!value.getValue().isEmpty()) {
        properties.putIfAbsent(name, value.getValue());
      }
    }
    return properties;
  }
}
