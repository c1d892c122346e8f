package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of texts that are no query: the words of the parser's grammar are not among it. */
class FaultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * WHERE ?s ?p ?o }         | 1:16 there is «?s» where should be: {.",
        "SELECT * { ?s ?p ?o } ORDER ?x    | 1:29 there is «?x» where should be: BY.",
        "SELECT * { ?s ?p }                | 1:18 there is «}» where should be: an IRI or a"
            + " prefixed name or a blank node or a variable or a value or ( or () or [.",
        "SELECT * { FILTER(?x = ) }        | 1:24 there is «)» where that cannot be.",
        "SELECT * { ?s ?p ?o               | 1:19 it ends where that cannot be.",
        "SELEC ?x {}                       | 1:6 « » cannot stand there.",
        "SELECT ?x { ?s ?p 'abc }          | 1:25 it ends within a word or a text that is not"
            + " closed.",
        "SELECT * { ?s a sc:X }            | 1:17 Line 1, column 17: Unresolved prefixed name: sc:X",
        "``                                | 1:1 it ends where should be: BASE or PREFIX or SELECT or"
            + " DESCRIBE or CONSTRUCT or ASK."
      })
  void is_told_in_words(String text, String told) {
    Fault fault =
        Fault.of(
            assertThrows(
                QueryParseException.class,
                () -> QueryFactory.create(text, Syntax.syntaxSPARQL_11)));
    assertEquals(told, fault.line() + ":" + fault.column() + " " + fault.reason());
  }
}
