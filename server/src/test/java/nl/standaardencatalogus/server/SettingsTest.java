package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void without_any_variable_the_catalogue_is_on_8080_of_this_machine_with_samples() {
    Settings settings = Settings.of(Map.of());
    assertEquals(8080, settings.port());
    assertEquals("127.0.0.1", settings.host());
    assertEquals(Path.of("data"), settings.data());
    assertTrue(settings.sample());
  }

  @Test
  void all_mistakes_are_told_at_once() {
    Settings.BadSettings mistakes =
        assertThrows(
            Settings.BadSettings.class,
            () ->
                Settings.of(
                    Map.of(
                        "CATALOGUE_PORT", "eighty",
                        "CATALOGUE_SAMPLE", "perhaps",
                        "CATALOGUE_PUBLIC_URL", "ftp://example.org",
                        "CATALOGUE_PROT", "80")));
    for (String name :
        new String[] {"PORT=eighty", "SAMPLE=perhaps", "PUBLIC_URL=ftp", "PROT is"}) {
      assertTrue(mistakes.getMessage().contains("CATALOGUE_" + name), mistakes::getMessage);
    }
  }

  @Test
  void who_publishes_and_answers_questions_must_be_an_identifier_and_an_address() {
    Settings settings = Settings.of(Map.of("CATALOGUE_CONTACT_EMAIL", "vraag@voorbeeld.nl"));
    assertEquals("mailto:vraag@voorbeeld.nl", settings.contactEmail().toString());
    Settings.BadSettings mistakes =
        assertThrows(
            Settings.BadSettings.class,
            () ->
                Settings.of(
                    Map.of("CATALOGUE_CONTACT_EMAIL", "niemand", "CATALOGUE_PUBLISHER", "VNG")));
    assertTrue(mistakes.getMessage().contains("CATALOGUE_CONTACT_EMAIL=niemand"));
    assertTrue(mistakes.getMessage().contains("CATALOGUE_PUBLISHER=VNG"));
  }

  @Test
  void a_public_address_loses_the_slash_at_its_end() {
    assertEquals(
        "https://example.org",
        Settings.of(Map.of("CATALOGUE_PUBLIC_URL", "https://example.org/")).publicUrl());
  }

  @Test
  void a_port_out_of_range_is_a_mistake() {
    assertThrows(Settings.BadSettings.class, () -> Settings.of(Map.of("CATALOGUE_PORT", "70000")));
  }
}
