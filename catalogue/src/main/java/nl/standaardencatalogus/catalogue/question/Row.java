package nl.standaardencatalogus.catalogue.question;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** One answer to a question: a node, or nothing, for each of its variables. */
public record Row(Binding binding) {
  /** The node of a variable; null where the answer leaves it open. */
  public Node get(String variable) {
    return binding.get(Var.alloc(variable));
  }

  /** Whether the answer says anything for this variable. */
  public boolean has(String variable) {
    return binding.contains(Var.alloc(variable));
  }

  /** The text of a literal or the IRI of a resource; null where the answer leaves it open. */
  public String text(String variable) {
    Node node = get(variable);
    if (node == null) {
      return null;
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
