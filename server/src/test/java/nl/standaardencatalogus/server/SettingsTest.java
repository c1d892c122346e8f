package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static String mistakes(String... namesAndValues) {
    return assertThrows(Settings.BadSettings.class, () -> Settings.of(map(namesAndValues)))
        .getMessage();
  }

  private static Map<String, String> map(String... namesAndValues) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put("CATALOGUE_" + namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void no_provider_of_identities_and_no_proxy_is_known_unless_one_is_named() {
    Settings settings = Settings.of(Map.of());
    assertNull(settings.openId());
    assertTrue(settings.proxies().isEmpty());
  }

  @Test
  void a_provider_is_known_by_its_issuer_as_it_is_written() {
    Settings settings =
        Settings.of(map("OIDC_ISSUER", "https://login.example.nl/", "OIDC_AUDIENCE", "catalogus"));
    assertEquals("https://login.example.nl/", settings.openId().issuer().toString());
    assertEquals("login.example.nl", settings.openId().name());
    assertEquals("organisation", settings.openId().organisationClaim());
    assertTrue(settings.openId().isForPrograms() && !settings.openId().isForPeople());
  }

  @Test
  void what_a_provider_needs_is_asked_for() {
    assertTrue(mistakes("OIDC_ISSUER", "https://x.nl").contains("OIDC_CLIENT_ID (people log in)"));
    assertTrue(
        mistakes("OIDC_ISSUER", "http://x.nl", "OIDC_AUDIENCE", "a").contains("OIDC_ISSUER=http"));
    assertTrue(mistakes("OIDC_CLIENT_ID", "web").contains("OIDC_ISSUER is missing"));
    assertTrue(
        mistakes("OIDC_ISSUER", "https://x.nl", "OIDC_CLIENT_ID", "web")
            .contains("PUBLIC_URL must be given"));
    assertTrue(
        mistakes("OIDC_ISSUER", "https://x.nl", "OIDC_CLIENT_ID", "a", "OIDC_AUDIENCE", "a")
            .contains("OIDC_AUDIENCE=a must be another name"));
    assertTrue(mistakes("PROXIES", "proxy.local").contains("PROXIES=proxy.local"));
  }

  @Test
  void the_secret_of_the_client_comes_from_a_file_too_and_is_in_no_line(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
    String[] registration = {
      "OIDC_ISSUER",
      "https://x.nl",
      "OIDC_CLIENT_ID",
      "web",
      "PUBLIC_URL",
      "https://catalogus.example.nl",
      "OIDC_CLIENT_SECRET_FILE",
      file.toString()
    };
    Settings settings = Settings.of(map(registration));
    assertEquals("s3cret", settings.openId().clientSecret());
    assertFalse((settings.lines() + " " + settings).contains("s3cret"));
    Map<String, String> both = map(registration);
    both.put("CATALOGUE_OIDC_CLIENT_SECRET", "other");
    assertThrows(Settings.BadSettings.class, () -> Settings.of(both));
  }

  @Test
  void without_a_list_no_source_is_fetched() {
    assertEquals(List.of(), Settings.of(Map.of()).sources().sources());
  }

  @Test
  void a_list_of_sources_that_cannot_be_used_is_told_with_the_other_mistakes(@TempDir Path folder)
      throws IOException {
    Path list = Files.writeString(folder.resolve("list"), "gm0363 http://voorbeeld.example/\n");
    Map<String, String> environment =
        Map.of("CATALOGUE_PORT", "eighty", "CATALOGUE_SOURCES", list.toString());
    Settings.BadSettings mistakes =
        assertThrows(Settings.BadSettings.class, () -> Settings.of(environment));
    assertTrue(mistakes.getMessage().contains("CATALOGUE_PORT=eighty"), mistakes::getMessage);
    assertTrue(mistakes.getMessage().contains("list, line 1: "), mistakes::getMessage);
  }
}
