package nl.standaardencatalogus.catalogue.facts;

import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.sparql.util.Context;

/**
 * Makes the nodes of a file of records while it is read, which is the only time that the place of
 * each is known.
 */
final class RecordProfile extends ParserProfileStd {
  /**
   * What relative IRIs are resolved against. A file must not depend on where it lies, so whatever
   * starts with this is refused.
   */
  static final String UNKNOWN_BASE = "https://relative.invalid/";

  private final Refusal refusal;
  private final boolean onlyRecords;

  RecordProfile(Refusal refusal, boolean onlyRecords) {
    super(
        RiotLib.factoryRDF(),
        refusal,
        IRIxResolver.create(UNKNOWN_BASE).build(),
        PrefixMapFactory.create(),
        Context.emptyContext(),
        true,
        false);
    this.refusal = refusal;
    this.onlyRecords = onlyRecords;
  }

  @Override
  public Node createURI(String iri, long line, long column) {
    refusal.at(line, column);
    return absolute(super.createURI(iri, line, column));
  }

  @Override
  public Node createURI(IRIx iri, long line, long column) {
    refusal.at(line, column);
    return absolute(super.createURI(iri, line, column));
  }

  @Override
  public Node createBlankNode(Node scope, String label, long line, long column) {
    refusal.at(line, column);
    if (!onlyRecords) {
      return super.createBlankNode(scope, label, line, column);
    }
    throw refusal.becauseOfBlankNode();
  }

  @Override
  public Node createBlankNode(Node scope, long line, long column) {
    refusal.at(line, column);
    if (!onlyRecords) {
      return super.createBlankNode(scope, line, column);
    }
    throw refusal.becauseOfBlankNode();
  }

  private Node absolute(Node node) {
    if (node.isURI() && node.getURI().startsWith(UNKNOWN_BASE)) {
      throw refusal.because(
          Rule.ABSOLUTE_IRIS,
          "the IRI <"
              + node.getURI().substring(UNKNOWN_BASE.length())
              + "> is relative; write it in full or declare a prefix for it");
    }
    return node;
  }
}
