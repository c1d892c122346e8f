package nl.standaardencatalogus.catalogue.sample;

import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms that the sample reads and writes. */
final class Words {
  static final Node Cooperation = own("Cooperation");
  static final Node Decision = own("Decision");
  static final Node Declaration = own("Declaration");
  static final Node Explanation = own("Explanation");
  static final Node FormerMunicipality = own("FormerMunicipality");
  static final Node Municipality = own("Municipality");
  static final Node Organisation = own("Organisation");
  static final Node Partner = own("Partner");
  static final Node PhaseStatement = own("PhaseStatement");
  static final Node Reorganisation = own("Reorganisation");
  static final Node SampleData = own("SampleData");
  static final Node Standard = own("Standard");
  static final Node StandardVersion = own("StandardVersion");
  static final Node appliesTo = own("appliesTo");
  static final Node carriedOutBy = own("carriedOutBy");
  static final Node component = own("component");
  static final Node cooperationKind = own("cooperationKind");
  static final Node decidedOn = own("decidedOn");
  static final Node declaredBy = own("declaredBy");
  static final Node elementType = own("elementType");
  static final Node effectiveFrom = own("effectiveFrom");
  static final Node evidence = own("evidence");
  static final Node explanation = own("explanation");
  static final Node ground = own("ground");
  static final Node ictEvidence = own("ictEvidence");
  static final Node lastConfirmed = own("lastConfirmed");
  static final Node membership = own("membership");
  static final Node municipality = own("municipality");
  static final Node phase = own("phase");
  static final Node phaseValue = own("phaseValue");
  static final Node planned = own("planned");
  static final Node plannedFor = own("plannedFor");
  static final Node population = own("population");
  static final Node productName = own("productName");
  static final Node reorganisationKind = own("reorganisationKind");
  static final Node replannedFrom = own("replannedFrom");
  static final Node reviewBy = own("reviewBy");
  static final Node standard = own("standard");
  static final Node statusValue = own("statusValue");
  static final Node supplierName = own("supplierName");
  static final Node validFrom = own("validFrom");
  static final Node validUntil = own("validUntil");
  static final Node version = own("version");

  private Words() {}

  private static Node own(String localName) {
    return NodeFactory.createURI(Iris.BASE + "def#" + localName);
  }
}
