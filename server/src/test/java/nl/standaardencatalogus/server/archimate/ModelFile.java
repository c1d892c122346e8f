package nl.standaardencatalogus.server.archimate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A model as a tool reads it, with the rules of its schema that a writer can break: the order of
 * elements, what may not be empty, identifiers that are names and unique, references that lead to
 * what they are for, attributes that are required. It stands in for the schema, which cannot be had
 * from a registry and is not ours to give; {@link SchemaTest} takes the real one.
 */
record ModelFile(Document document) {
  static final String NS = "http://www.opengroup.org/xsd/archimate/3.0/";

  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          Map.entry(
              "model",
              List.of(
                  "name",
                  "documentation",
                  "properties",
                  "metadata",
                  "elements",
                  "relationships",
                  "organizations",
                  "propertyDefinitions",
                  "views")),
          Map.entry("elements", List.of("element")),
          Map.entry("relationships", List.of("relationship")),
          Map.entry("organizations", List.of("item")),
          Map.entry("propertyDefinitions", List.of("propertyDefinition")),
          Map.entry("views", List.of("viewpoints", "diagrams")),
          Map.entry("diagrams", List.of("view")),
          Map.entry("element", List.of("name", "documentation", "properties")),
          Map.entry("relationship", List.of("name", "documentation", "properties")),
          Map.entry("properties", List.of("property")),
          Map.entry("property", List.of("value")),
          Map.entry("propertyDefinition", List.of("name", "documentation")),
          Map.entry("item", List.of("label", "documentation", "item")),
          Map.entry("view", List.of("name", "documentation", "properties", "node", "connection")),
          Map.entry("node", List.of("label", "documentation", "style", "viewRef", "node")),
          Map.entry("connection", List.of("label", "documentation", "style")),
          Map.entry("style", List.of("lineColor", "fillColor", "font")));

  private static final Set<String> NEVER_EMPTY =
      Set.of(
          "elements",
          "relationships",
          "organizations",
          "propertyDefinitions",
          "properties",
          "diagrams",
          "property");

  private static final Set<String> NAMED = Set.of("model", "element", "propertyDefinition", "view");

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "model", List.of("identifier"),
          "element", List.of("identifier", "xsi:type"),
          "relationship", List.of("identifier", "source", "target", "xsi:type"),
          "propertyDefinition", List.of("identifier", "type"),
          "property", List.of("propertyDefinitionRef"),
          "view", List.of("identifier", "xsi:type"),
          "node", List.of("identifier", "xsi:type", "elementRef", "x", "y", "w", "h"),
          "connection", List.of("identifier", "xsi:type", "relationshipRef", "source", "target"),
          "fillColor", List.of("r", "g", "b"));

  /** What a reference leads to, by where it stands. */
  private static final Map<String, String> TARGETS =
      Map.of(
          "relationship source", "element",
          "relationship target", "element",
          "property propertyDefinitionRef", "propertyDefinition",
          "node elementRef", "element",
          "connection relationshipRef", "relationship",
          "connection source", "node",
          "connection target", "node");

  static ModelFile of(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return new ModelFile(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
    } catch (Exception e) {
      throw new IllegalStateException(xml, e);
    }
  }

  /** What breaks a rule; empty for a good file. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Map<String, Element> identified = new HashMap<>();
    for (Element element : all()) {
      if (!NS.equals(element.getNamespaceURI())) {
        faults.add("another name space: " + element.getTagName());
      }
      shape(element, faults);
      String identifier = element.getAttribute("identifier");
      if (!identifier.isEmpty()) {
        if (!identifier.matches("[A-Za-z_][A-Za-z0-9._-]*")) {
          faults.add("no name: " + identifier);
        }
        if (identified.put(identifier, element) != null) {
          faults.add("twice: " + identifier);
        }
      }
    }
    for (Element element : all()) {
      references(element, identified, faults);
    }
    return faults;
  }

  private static void shape(Element element, List<String> faults) {
    String name = element.getLocalName();
    List<String> order = ORDER.getOrDefault(name, List.of());
    int at = 0;
    Set<String> seen = new HashSet<>();
    for (Element child : children(element)) {
      int place = order.indexOf(child.getLocalName());
      if (place < at) {
        faults.add(child.getLocalName() + " out of place in " + name);
      }
      at = Math.max(at, place);
      seen.add(child.getLocalName());
    }
    if (NEVER_EMPTY.contains(name) && seen.isEmpty()) {
      faults.add("empty: " + name);
    }
    if (NAMED.contains(name) && !seen.contains("name")) {
      faults.add("no name in " + name);
    }
    for (String required : REQUIRED.getOrDefault(name, List.of())) {
      if (element.getAttribute(required).isEmpty()) {
        faults.add("no " + required + " in " + name);
      }
    }
    for (String number : List.of("x", "y", "w", "h", "r", "g", "b")) {
      if (element.hasAttribute(number) && !element.getAttribute(number).matches("[0-9]+")) {
        faults.add(number + " is " + element.getAttribute(number));
      }
    }
  }

  private static void references(
      Element element, Map<String, Element> identified, List<String> faults) {
    TARGETS.forEach(
        (place, kind) -> {
          String[] parts = place.split(" ");
          if (element.getLocalName().equals(parts[0])) {
            Element target = identified.get(element.getAttribute(parts[1]));
            if (target == null || !target.getLocalName().equals(kind)) {
              faults.add("leads nowhere: " + place + " " + element.getAttribute(parts[1]));
            } else if (kind.equals("node") && target.getParentNode() != element.getParentNode()) {
              faults.add("leads to another view: " + place);
            }
          }
        });
    String item = element.getAttribute("identifierRef");
    if (!item.isEmpty() && !identified.containsKey(item)) {
      faults.add("leads nowhere: item " + item);
    }
  }

  private List<Element> all() {
    return elements(document.getElementsByTagNameNS("*", "*"));
  }

  /** All elements of a name. */
  List<Element> all(String name) {
    return elements(document.getElementsByTagNameNS(NS, name));
  }

  /** The model elements by their first names. */
  Map<String, Element> byName() {
    Map<String, Element> named = new TreeMap<>();
    all("element").forEach(it -> named.putIfAbsent(name(it), it));
    return named;
  }

  static String name(Element element) {
    return children(element).stream()
        .filter(it -> it.getLocalName().equals("name"))
        .findFirst()
        .map(Node::getTextContent)
        .orElse("");
  }

  static String type(Element element) {
    return element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
  }

  /** The first value of a property of an element, by the name that tools show; null for none. */
  String value(Element element, String property) {
    for (Element definition : all("propertyDefinition")) {
      if (name(definition).equals(property)) {
        String identifier = definition.getAttribute("identifier");
        return below(element, "property")
            .filter(it -> it.getAttribute("propertyDefinitionRef").equals(identifier))
            .findFirst()
            .map(it -> it.getTextContent())
            .orElse(null);
      }
    }
    return null;
  }

  /** The red of how a view shows an element, which no two colours share. */
  String red(Element element) {
    return all("node").stream()
        .filter(it -> it.getAttribute("elementRef").equals(element.getAttribute("identifier")))
        .flatMap(it -> below(it, "fillColor"))
        .findFirst()
        .orElseThrow()
        .getAttribute("r");
  }

  private static Stream<Element> below(Element element, String name) {
    return elements(element.getElementsByTagNameNS(NS, name)).stream();
  }

  private static List<Element> children(Element element) {
    return elements(element.getChildNodes());
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
