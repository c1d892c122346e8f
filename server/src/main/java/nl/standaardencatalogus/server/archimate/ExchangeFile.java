package nl.standaardencatalogus.server.archimate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Relations;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * A selection in the exchange format of The Open Group for ArchiMate 3, in the order that its
 * schema asks for. The same selection of the same state is the same bytes.
 */
final class ExchangeFile {
  private static final String NS = "http://www.opengroup.org/xsd/archimate/3.0/";
  private static final String SCHEMA =
      NS + " http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd";
  private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
  private static final String NAME = "name";
  private static final String DOCUMENTATION = "documentation";
  private static final String IDENTIFIER = "identifier";
  private static final char REPLACEMENT = '\uFFFD';

  private final View view;
  private final Selection selection;
  private final XMLStreamWriter out;
  private final Map<String, Property> definitions = new TreeMap<>();

  private ExchangeFile(View view, Selection selection, XMLStreamWriter out) {
    this.view = view;
    this.selection = selection;
    this.out = out;
  }

  static byte[] of(View view, Selection selection) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new ExchangeFile(view, selection, out).write();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  private void write() throws XMLStreamException {
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    start("model");
    out.writeDefaultNamespace(NS);
    out.writeNamespace("xsi", XSI);
    out.writeAttribute("xsi", XSI, "schemaLocation", SCHEMA);
    out.writeAttribute(IDENTIFIER, Identifier.of(selection.iri()));
    String language = view.language().tag();
    text(
        NAME,
        language,
        selection.name() == null
            ? view.t("archimate.everything")
            : view.t("archimate.name", selection.name()));
    String about = view.t("archimate.about", view.publicUrl());
    text(
        DOCUMENTATION,
        language,
        view.op() == null ? about : about + " " + view.t("archimate.day", view.date(view.day())));
    if (!selection.things().isEmpty()) {
      start("elements");
      for (Thing thing : selection.things()) {
        element(thing);
      }
      end();
    }
    if (!selection.relations().isEmpty()) {
      start("relationships");
      for (Relation relation : selection.relations()) {
        relationship(relation);
      }
      end();
    }
    List<Diagram> diagrams = Diagram.of(view, selection);
    if (!selection.things().isEmpty()) {
      organizations(diagrams);
      propertyDefinitions();
    }
    start("views");
    start("diagrams");
    for (Diagram diagram : diagrams) {
      diagram(diagram);
    }
    end();
    end();
    end();
    out.writeEndDocument();
  }

  private void element(Thing thing) throws XMLStreamException {
    start("element");
    out.writeAttribute(IDENTIFIER, thing.id());
    type(thing.type());
    for (Node title : thing.titles()) {
      text(NAME, title.getLiteralLanguage(), title.getLiteralLexicalForm());
    }
    for (Node description : thing.descriptions()) {
      text(DOCUMENTATION, description.getLiteralLanguage(), description.getLiteralLexicalForm());
    }
    properties(Property.of(view, thing));
    end();
  }

  private void relationship(Relation relation) throws XMLStreamException {
    start("relationship");
    out.writeAttribute(IDENTIFIER, relation.id());
    out.writeAttribute("source", Identifier.of(relation.from().getURI()));
    out.writeAttribute("target", Identifier.of(relation.to().getURI()));
    type(relation.type());
    if (relation.directed()) {
      out.writeAttribute("isDirected", "true");
    }
    if (relation.qualifier() != null) {
      text(NAME, Language.NL.tag(), view.dutchName(relation.qualifier()));
    } else if (relation.label() != null) {
      text(NAME, Language.NL.tag(), relation.label());
    } else if (relation.said() != null) {
      text(NAME, view.language().tag(), Relations.said(view, relation.said()));
    }
    properties(Property.of(view, relation));
    end();
  }

  private void properties(List<Property> properties) throws XMLStreamException {
    start("properties");
    for (Property property : properties) {
      definitions.putIfAbsent(property.key(), property);
      start("property");
      out.writeAttribute("propertyDefinitionRef", property.definition());
      text("value", "", property.value());
      end();
    }
    end();
  }

  /** The folders that tools show: layers with the kinds in them, relations and views. */
  private void organizations(List<Diagram> diagrams) throws XMLStreamException {
    start("organizations");
    for (Layer layer : Layer.values()) {
      Map<String, List<String>> folders = new TreeMap<>();
      for (Thing thing : selection.things()) {
        if (thing.layer() == layer) {
          folders.computeIfAbsent(folder(thing), none -> new ArrayList<>()).add(thing.id());
        }
      }
      if (!folders.isEmpty()) {
        folder(layer.folder(), "en");
        for (Map.Entry<String, List<String>> folder : folders.entrySet()) {
          folder(folder.getKey(), view.language().tag());
          items(folder.getValue());
          end();
        }
        end();
      }
    }
    if (!selection.relations().isEmpty()) {
      folder("Relations", "en");
      items(selection.relations().stream().map(Relation::id).toList());
      end();
    }
    folder("Views", "en");
    items(diagrams.stream().map(it -> Identifier.of(it.iri())).toList());
    end();
    end();
  }

  private String folder(Thing thing) {
    return switch (thing.sort()) {
      case STANDARD -> view.t("standards");
      case VERSION -> view.t("versions");
      case ELEMENT -> view.concept(thing.gemmaType());
    };
  }

  private void folder(String label, String language) throws XMLStreamException {
    start("item");
    text("label", language, label);
  }

  private void items(List<String> identifiers) throws XMLStreamException {
    for (String identifier : identifiers) {
      line();
      out.writeEmptyElement("item");
      out.writeAttribute("identifierRef", identifier);
    }
  }

  private void propertyDefinitions() throws XMLStreamException {
    start("propertyDefinitions");
    for (Property property : definitions.values()) {
      start("propertyDefinition");
      out.writeAttribute(IDENTIFIER, property.definition());
      out.writeAttribute("type", "string");
      text(NAME, view.language().tag(), property.name());
      end();
    }
    end();
  }

  private void diagram(Diagram diagram) throws XMLStreamException {
    start("view");
    out.writeAttribute(IDENTIFIER, Identifier.of(diagram.iri()));
    type("Diagram");
    text(NAME, diagram.language(), diagram.name());
    text(DOCUMENTATION, view.language().tag(), view.t("archimate.colours"));
    for (Diagram.Box box : diagram.boxes()) {
      node(diagram, box);
    }
    for (Relation line : diagram.lines()) {
      line();
      out.writeEmptyElement("connection");
      out.writeAttribute(IDENTIFIER, Identifier.in(diagram.iri(), line.iri()));
      type("Relationship");
      out.writeAttribute("relationshipRef", line.id());
      out.writeAttribute("source", Identifier.in(diagram.iri(), line.from().getURI()));
      out.writeAttribute("target", Identifier.in(diagram.iri(), line.to().getURI()));
    }
    end();
  }

  private void node(Diagram diagram, Diagram.Box box) throws XMLStreamException {
    start("node");
    out.writeAttribute(IDENTIFIER, box.id(diagram));
    type("Element");
    out.writeAttribute("elementRef", box.thing().id());
    out.writeAttribute("x", String.valueOf(box.x()));
    out.writeAttribute("y", String.valueOf(box.y()));
    out.writeAttribute("w", String.valueOf(Diagram.WIDTH));
    out.writeAttribute("h", String.valueOf(Diagram.HEIGHT));
    Shade shade = box.thing().shade(view.day());
    out.writeStartElement("style");
    out.writeEmptyElement("fillColor");
    out.writeAttribute("r", String.valueOf(shade.red()));
    out.writeAttribute("g", String.valueOf(shade.green()));
    out.writeAttribute("b", String.valueOf(shade.blue()));
    end();
    end();
  }

  /** Begins an element on a line of its own, so that two files can be laid side by side. */
  private void start(String name) throws XMLStreamException {
    line();
    out.writeStartElement(name);
  }

  private void end() throws XMLStreamException {
    out.writeEndElement();
  }

  private void line() throws XMLStreamException {
    out.writeCharacters("\n");
  }

  private void type(String type) throws XMLStreamException {
    out.writeAttribute("xsi", XSI, "type", type);
  }

  private void text(String name, String language, String text) throws XMLStreamException {
    out.writeStartElement(name);
    if (!language.isEmpty()) {
      out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language);
    }
    out.writeCharacters(writable(text));
    end();
  }

  /** The text without what XML 1.0 cannot hold in any way: most control characters, half pairs. */
  private static String writable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.replaceAll("\r\n?", "\n")
        .codePoints()
        .map(it -> isWritable(it) ? it : REPLACEMENT)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isWritable(int character) {
    return character >= ' ' && character < Character.MIN_SURROGATE
        || character == '\n'
        || character == '\t'
        || character > Character.MAX_SURROGATE && character < 0xFFFE
        || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}
