package nl.standaardencatalogus.server.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether an address is one of the public internet, and so not one of this machine or of the
 * network that it is in. What is not known to be public is not: the blocks are those of the
 * registries of special addresses of IANA (RFC 6890 and what came after it).
 */
final class PublicAddress {
  private static final String[] NOT_PUBLIC_4 = {
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4"
  };

  /** Of 2000::/3, the only block that is public at all; two of them carry IPv4 within. */
  private static final String[] NOT_PUBLIC_6 = {
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"
  };

  /** Where a network without IPv4 of its own shows the IPv4 internet: NAT64. */
  private static final String NAT64 = "64:ff9b::/96";

  private static final int IPV4_IN_IPV6 = 12;

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address instanceof Inet4Address) {
      return Arrays.stream(NOT_PUBLIC_4).noneMatch(block -> isIn(block, address.getAddress()));
    }
    byte[] bytes = address.getAddress();
    if (isIn(NAT64, bytes)) {
      return is(ipv4(Arrays.copyOfRange(bytes, IPV4_IN_IPV6, bytes.length)));
    }
    // This leaves out loopback, link-local, unique-local, multicast and all that embeds IPv4.
    return address instanceof Inet6Address
        && isIn("2000::/3", bytes)
        && Arrays.stream(NOT_PUBLIC_6).noneMatch(block -> isIn(block, bytes));
  }

  private static InetAddress ipv4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isIn(String block, byte[] address) {
    int slash = block.indexOf('/');
    byte[] start = literal(block.substring(0, slash));
    int bits = Integer.parseInt(block.substring(slash + 1));
    if (start.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((start[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Only literals are given, so that no name is looked up. */
  private static byte[] literal(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
