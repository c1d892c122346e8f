package nl.standaardencatalogus.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private final Proxies proxies = Proxies.of("127.0.0.1, 10.0.0.0/8,2001:db8::/33").orElseThrow();

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String forwardedFor(String peer, String... values) {
    return proxies.client(address(peer), List.of(), List.of(values)).getHostAddress();
  }

  private String forwarded(String peer, String... values) {
    return proxies.client(address(peer), List.of(values), List.of()).getHostAddress();
  }

  @Test
  void a_trusted_proxy_is_believed() {
    assertEquals("192.0.2.7", forwardedFor("127.0.0.1", "192.0.2.7"));
    assertEquals("192.0.2.7", forwarded("127.0.0.1", "for=192.0.2.7;proto=https"));
  }

  @Test
  void nobody_else_is() {
    assertEquals("192.0.2.1", forwardedFor("192.0.2.1", "192.0.2.7"));
    assertEquals("11.0.0.1", forwarded("11.0.0.1", "for=192.0.2.7"));
    assertEquals(
        "127.0.0.1",
        Proxies.NONE
            .client(address("127.0.0.1"), List.of(), List.of("192.0.2.7"))
            .getHostAddress());
  }

  @Test
  void what_a_client_wrote_before_the_proxy_did_is_not_believed() {
    assertEquals("192.0.2.7", forwardedFor("127.0.0.1", "203.0.113.9, 192.0.2.7"));
    assertEquals("192.0.2.7", forwardedFor("127.0.0.1", "203.0.113.9", "192.0.2.7"));
    assertEquals("192.0.2.7", forwarded("127.0.0.1", "for=203.0.113.9, for=192.0.2.7"));
  }

  @Test
  void proxies_of_ours_behind_one_another_are_passed_over() {
    assertEquals("192.0.2.7", forwardedFor("127.0.0.1", "203.0.113.9, 192.0.2.7, 10.1.2.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17",
        "For=\"192.0.2.43:47011\";by=10.0.0.1 | 192.0.2.43",
        "host=\"a, for=203.0.113.9\";for=192.0.2.43 | 192.0.2.43",
        "for=192.0.2.43;host=\"a\\\", for=203.0.113.9;x=\\\"\" | 192.0.2.43",
        "for=_hidden | 127.0.0.1",
        "for=unknown | 127.0.0.1",
        "for=www.example.org | 127.0.0.1",
        "by=10.0.0.1 | 127.0.0.1"
      })
  void forwarded_is_read_as_its_rfc_says(String header, String client) {
    assertEquals(client, forwarded("127.0.0.1", header));
  }

  @Test
  void a_quote_without_an_end_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> forwarded("127.0.0.1", "for=\"x, for=192.0.2.7"));
  }

  @Test
  void headers_that_do_not_agree_are_refused() {
    InetAddress peer = address("127.0.0.1");
    assertThrows(
        IllegalArgumentException.class,
        () -> proxies.client(peer, List.of("for=203.0.113.9"), List.of("192.0.2.7")));
    assertEquals(
        address("192.0.2.7"), proxies.client(peer, List.of("for=192.0.2.7"), List.of("192.0.2.7")));
  }

  @Test
  void networks_end_where_they_say() {
    assertEquals("192.0.2.7", forwardedFor("10.255.255.255", "192.0.2.7"));
    assertEquals("192.0.2.7", forwardedFor("2001:db8:7fff::1", "192.0.2.7"));
    assertEquals("2001:db8:8000:0:0:0:0:1", forwardedFor("2001:db8:8000::1", "192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "10.0.0.0/33", "10.0.0", "300.0.0.1", "::1/129", "10.0.0.0/x"})
  void what_is_no_address_is_no_proxy(String text) {
    assertTrue(Proxies.of(text).isEmpty());
  }
}
