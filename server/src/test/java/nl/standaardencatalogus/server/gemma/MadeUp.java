package nl.standaardencatalogus.server.gemma;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A made-up release, laid out as Archi exports one. Nothing in it is from GEMMA but the names of
 * its properties.
 */
public final class MadeUp {
  private final Map<String, String> elements = new LinkedHashMap<>();
  private final Map<String, String> relations = new LinkedHashMap<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final String day;

  public MadeUp(String day) {
    this.day = day;
    property("Object ID");
    property("GEMMA type");
    property("GEMMA status");
    property("Status");
    property("Versieaanduiding");
  }

  private String property(String name) {
    return properties.computeIfAbsent(name, it -> "propid-" + (properties.size() + 1));
  }

  private String properties(String... namesAndValues) {
    StringBuilder text = new StringBuilder("<properties>");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text.append(
          "<property propertyDefinitionRef=\"%s\"><value xml:lang=\"nl\">%s</value></property>\n"
              .formatted(property(namesAndValues[i]), namesAndValues[i + 1]));
    }
    return text.append("</properties>").toString();
  }

  /** An element whose Object ID is its identifier after {@code id-}, with properties. */
  public MadeUp element(String id, String type, String name, String... namesAndValues) {
    String[] all = new String[namesAndValues.length + 2];
    System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
    all[namesAndValues.length] = "Object ID";
    all[namesAndValues.length + 1] = id;
    elements.put(
        id,
        "<element identifier=\"id-%s\" xsi:type=\"%s\">\n<name xml:lang=\"nl\">%s</name>\n%s</element>\n"
            .formatted(id, type, name, properties(all)));
    return this;
  }

  public MadeUp relation(String type, String from, String to, String name) {
    String id = type + "-" + from + "-" + to;
    relations.put(
        id,
        "<relationship identifier=\"id-%s\" source=\"id-%s\" target=\"id-%s\" xsi:type=\"%s\">%s</relationship>\n"
            .formatted(
                id,
                from,
                to,
                type,
                name.isEmpty() ? "" : "<name xml:lang=\"nl\">" + name + "</name>"));
    return this;
  }

  /** Without an element, and with that without its relations. */
  public MadeUp without(String id) {
    elements.remove(id);
    relations.keySet().removeIf(it -> (it + "-").contains("-" + id + "-"));
    return this;
  }

  public MadeUp withoutRelation(String type, String from, String to) {
    relations.remove(type + "-" + from + "-" + to);
    return this;
  }

  public String xml() {
    StringBuilder definitions = new StringBuilder();
    String model = properties("Release", day);
    properties.forEach(
        (name, id) ->
            definitions.append(
                "<propertyDefinition identifier=\"%s\" type=\"string\"><name>%s</name></propertyDefinition>\n"
                    .formatted(id, name)));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="id-model">
        <name xml:lang="nl">Verzonnen model</name>
        %s
        <elements>
        %s</elements>
        <relationships>
        %s</relationships>
        <propertyDefinitions>
        %s</propertyDefinitions>
        </model>
        """
        .formatted(
            model,
            String.join("", elements.values()),
            String.join("", relations.values()),
            definitions);
  }
}
