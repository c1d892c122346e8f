package nl.standaardencatalogus.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HashTest {
  @Test
  void a_password_is_known_again_from_what_was_written_down() {
    Hash read = Hash.read(Hash.ofPassword("geheim").text());
    assertTrue(read.isOf("geheim"));
    assertFalse(read.isOf("geheim "));
  }

  @Test
  void the_same_password_never_looks_the_same() {
    assertNotEquals(Hash.ofPassword("geheim"), Hash.ofPassword("geheim"));
  }

  @Test
  void a_password_is_no_key_and_a_key_no_password() {
    assertFalse(Hash.ofPassword("geheim").isOfBits("geheim".getBytes()));
    assertFalse(Hash.ofBits("geheim".getBytes()).isOf("geheim"));
  }

  @Test
  void a_password_is_hashed_as_rfc_8018_says() {
    // PBKDF2 with HMAC-SHA-256, from the vectors of RFC 7914, section 11.
    assertTrue(
        new Hash(1, "73616c74", "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")
            .isOf("passwd"));
  }

  @Test
  void anything_else_cannot_be_read() {
    assertThrows(IllegalArgumentException.class, () -> Hash.read("md5:abc"));
  }

  @Test
  void bits_are_written_with_their_algorithm() {
    assertEquals(
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Hash.ofBits("abc".getBytes()).text());
  }
}
