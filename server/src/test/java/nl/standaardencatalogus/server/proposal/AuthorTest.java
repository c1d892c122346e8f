package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.standaardencatalogus.catalogue.iri.Iris;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorTest {
  @ParameterizedTest
  @CsvSource({
    "openid_een, medewerker, openid_twee, medewerker, false",
    "openid_een, medewerker, openid_een, medewerker, true",
    "sleutel, redactie, wachtwoord, redactie, true",
    "sleutel, redactie, wachtwoord, eindredactie, false",
    "openid_een, redactie, sleutel, redactie, true",
  })
  void who_logs_in_elsewhere_is_himself_and_a_name_is_one_program(
      String owner, String name, String other, String its, boolean same) {
    Author one = new Author(owner, name, Iris.organisation("vng"));
    assertEquals(same, one.isSame(new Author(other, its, Iris.organisation("vng"))));
  }
}
