package nl.standaardencatalogus.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies that are trusted to say for whom they ask, by address or network.
 *
 * <p>A proxy adds who asked it at the right of {@code Forwarded} (RFC 7239) or {@code
 * X-Forwarded-For}; what stands to the left of that, anybody may have written. So the client is the
 * first address from the right that is no proxy of ours. Jetty's own customizer takes the leftmost,
 * from anybody, and would let a client choose its address.
 */
public final class Proxies {
  /** Nobody is trusted. */
  public static final Proxies NONE = new Proxies(List.of());

  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final List<Network> networks;

  private Proxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /** Addresses that begin with the same bits. */
  private record Network(byte[] address, int bits, String text) {
    static Optional<Network> of(String text) {
      String[] parts = text.split("/", 2);
      Optional<byte[]> address = literal(parts[0]).map(InetAddress::getAddress);
      if (parts.length == 1) {
        return address.map(it -> new Network(it, it.length * Byte.SIZE, text));
      }
      return address
          .filter(it -> parts[1].matches("\\d{1,3}"))
          .map(it -> new Network(it, Integer.parseInt(parts[1]), text))
          .filter(it -> it.bits <= it.address.length * Byte.SIZE);
    }

    boolean has(InetAddress other) {
      byte[] bytes = other.getAddress();
      if (bytes.length != address.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> i % Byte.SIZE;
        if (((bytes[i / Byte.SIZE] ^ address[i / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The proxies that a setting names: addresses and networks such as {@code 10.0.0.0/8}, with
   * commas between them. Empty when one of them is neither.
   */
  public static Optional<Proxies> of(String text) {
    List<Network> networks = new ArrayList<>();
    for (String each : text.split("[,\\s]+")) {
      Optional<Network> network = Network.of(each);
      if (network.isEmpty()) {
        return Optional.empty();
      }
      networks.add(network.get());
    }
    return Optional.of(new Proxies(networks));
  }

  /** Whether nobody is trusted. */
  public boolean isEmpty() {
    return networks.isEmpty();
  }

  /**
   * Who asks. Where a request has both headers and they do not agree, one of them is not the
   * proxy's; such a request is refused, else anybody could choose to be counted as the proxy.
   *
   * @param peer who the connection is with
   * @param forwarded the values of {@code Forwarded}, in their order
   * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
   * @throws IllegalArgumentException when they do not agree, or when a quote in {@code Forwarded}
   *     has no end: where the proxy's own part begins cannot be told then
   */
  public InetAddress client(InetAddress peer, List<String> forwarded, List<String> forwardedFor) {
    if (!trusts(peer)) {
      return peer;
    }
    InetAddress told = behind(peer, hops(forwarded));
    InetAddress toldToo = behind(peer, List.of(String.join(",", forwardedFor).split(",")));
    if (forwarded.isEmpty() || forwardedFor.isEmpty()) {
      return forwarded.isEmpty() ? toldToo : told;
    }
    if (!told.equals(toldToo)) {
      throw new IllegalArgumentException(
          "Forwarded and X-Forwarded-For name two clients; the proxy has to drop one of them.");
    }
    return told;
  }

  private boolean trusts(InetAddress address) {
    return networks.stream().anyMatch(network -> network.has(address));
  }

  /** A proxy that does not say for whom it asks, or hides it, is the client itself. */
  private InetAddress behind(InetAddress peer, List<String> hops) {
    InetAddress client = peer;
    for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
      Optional<InetAddress> before = address(hops.get(i));
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return client;
  }

  private static List<String> hops(List<String> forwarded) {
    List<String> hops = new ArrayList<>();
    for (String element : split(String.join(",", forwarded), ',')) {
      hops.add(
          split(element, ';').stream()
              .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
              .map(pair -> pair.substring("for=".length()))
              .findFirst()
              .orElse("unknown"));
    }
    return hops;
  }

  /** The parts between the separators, but not those within quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("A quote in Forwarded has no end");
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /** The address of a hop, which may have quotes and a port. */
  private static Optional<InetAddress> address(String hop) {
    String text = hop.strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? Optional.empty() : literal(text.substring(1, end));
    }
    int colon = text.indexOf(':');
    boolean port = colon >= 0 && colon == text.lastIndexOf(':');
    return literal(port ? text.substring(0, colon) : text);
  }

  /** An address that is written as one: nothing is ever looked up. */
  private static Optional<InetAddress> literal(String text) {
    boolean v4 = V4.matcher(text).matches();
    if (!v4 && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // In brackets Java looks up no name for what is no address after all.
      return Optional.of(InetAddress.getByName(v4 ? text : "[" + text + "]"));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** As the setting names them. */
  @Override
  public String toString() {
    return String.join(",", networks.stream().map(Network::text).toList());
  }
}
