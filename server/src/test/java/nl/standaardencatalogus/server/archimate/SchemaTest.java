package nl.standaardencatalogus.server.archimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The models of all curated facts: by the rules of {@link ModelFile}, and with the schema of The
 * Open Group itself where that is at hand. No registry has the schema and it is not ours to give,
 * so that part is skipped without {@code -Dschema=FOLDER}, a folder with {@code
 * archimate3_Diagram.xsd} and what it refers to.
 */
class SchemaTest {
  private static final List<String> PATHS =
      List.of(
          "/archimate.xml",
          "/en/archimate.xml",
          "/archimate.xml?component=refcomp-zaakregistratiecomponent&component=refcomp-mijngemeentecomponent",
          "/architectuur/refcomp-zaakregistratiecomponent/archimate.xml",
          "/standaarden/zaken-api/archimate.xml",
          "/standaarden/archimate-exchange-format/archimate.xml");
  private static final Node IDENTIFIER =
      NodeFactory.createURI("http://www.w3.org/ns/adms#identifier");
  private static final Node AGENCY =
      NodeFactory.createURI("http://www.w3.org/ns/adms#schemaAgency");
  private static final Node GEMMA = NodeFactory.createLiteralString("GEMMA");

  private static String get(String path) {
    return CuratedServer.get(path).body();
  }

  @Test
  void models_of_all_facts_keep_the_rules() {
    for (String path : PATHS) {
      ModelFile file = ModelFile.of(get(path));
      assertEquals(List.of(), file.faults(), path);
      assertTrue(file.all("element").size() > 1, path);
    }
  }

  @Test
  void everything_of_gemma_keeps_its_object_id() {
    Graph graph = CuratedServer.graph();
    Map<String, String> expected = new HashMap<>();
    for (Node type :
        List.of(SC.ARCHITECTURE_ELEMENT_CLASS, SC.STANDARD_CLASS, SC.STANDARD_VERSION_CLASS)) {
      graph
          .find(Node.ANY, RDF.type.asNode(), type)
          .mapWith(it -> it.getSubject())
          .toList()
          .forEach(
              thing ->
                  graph
                      .find(thing, IDENTIFIER, Node.ANY)
                      .mapWith(it -> it.getObject())
                      .filterKeep(it -> graph.contains(it, AGENCY, GEMMA))
                      .toList()
                      .forEach(
                          it ->
                              expected.put(
                                  Identifier.of(thing.getURI()),
                                  graph
                                      .find(it, SKOS.notation.asNode(), Node.ANY)
                                      .next()
                                      .getObject()
                                      .getLiteralLexicalForm())));
    }
    assertTrue(expected.size() > 1_000, () -> "only " + expected.size());
    String definition = new Property("object-id", Property.OBJECT_ID, "").definition();
    Map<String, String> there =
        ModelFile.of(get("/archimate.xml")).all("property").stream()
            .filter(it -> it.getAttribute("propertyDefinitionRef").equals(definition))
            .collect(
                Collectors.toMap(
                    it -> ((Element) it.getParentNode().getParentNode()).getAttribute("identifier"),
                    it -> it.getTextContent()));
    assertEquals(expected, there);
  }

  @Test
  void no_kind_of_element_is_unknown() {
    long groups =
        CuratedServer.graph()
            .find(
                Node.ANY,
                SC.ELEMENT_TYPE,
                NodeFactory.createURI(Iris.BASE + "def/archimate-type/grouping"))
            .toList()
            .size();
    assertEquals(
        groups,
        ModelFile.of(get("/archimate.xml")).all("element").stream()
            .filter(it -> ModelFile.type(it).equals("Grouping"))
            .count());
  }

  @Test
  void models_of_all_facts_are_valid() throws Exception {
    String folder = System.getProperty("schema");
    assumeTrue(folder != null, "the schema is not at hand");
    Schema schema = schema(Path.of(folder));
    String broken = get("/archimate.xml").replace("<elements>", "<views/><elements>");
    assertThrows(SAXException.class, () -> validate(schema, broken));
    for (String path : PATHS) {
      validate(schema, get(path));
    }
  }

  private static void validate(Schema schema, String xml) throws Exception {
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  /** The schema, with whatever it refers to taken from the same folder. */
  private static Schema schema(Path folder) throws Exception {
    DOMImplementationLS dom =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          LSInput input = dom.createLSInput();
          String file = systemId.substring(systemId.lastIndexOf('/') + 1);
          input.setSystemId(folder.resolve(file).toUri().toString());
          return input;
        });
    return factory.newSchema(folder.resolve("archimate3_Diagram.xsd").toFile());
  }
}
