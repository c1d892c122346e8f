package nl.standaardencatalogus.catalogue.facts.tabular;

import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;

/** A statement of status: who says what, on which axis, with which evidence. */
record Status(String axis, String value, Node authority, Evidence evidence) {

  Description on(Description subject, String name) {
    Description statement = subject.part(SC.STATUS, "status-" + name);
    statement
        .a(SC.STATUS_STATEMENT_CLASS)
        .add(SC.ABOUT, subject.subject())
        .add(SC.AXIS, CodeLists.concept(CodeLists.STATUS_AS, axis))
        .add(SC.STATUS_VALUE, CodeLists.concept(axis, value))
        .add(SC.AUTHORITY, authority);
    evidence.on(statement);
    return statement;
  }
}
