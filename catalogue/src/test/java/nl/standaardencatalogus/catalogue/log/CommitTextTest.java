package nl.standaardencatalogus.catalogue.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Proposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nieuwe versie",
        "twee\nregels",
        "een\r\nandere manier",
        "a \\ b, \\n is geen nieuwe regel",
        "eindigt op \\",
        "  spaties  ",
        "revision 1 CREATE x",
        "Jørgen, Łódź, 😀, \u2028, \u0000",
        "\n"
      })
  void a_reason_comes_back_as_it_was(String reason) {
    Commit commit = with(reason);
    assertEquals(commit, CommitText.read(CommitText.write(commit)));
  }

  @Test
  void a_commit_of_many_kinds_of_revisions_comes_back() {
    Commits commits = new Commits().put("a", "één").put("b", "twee").commit("samen");
    commits.put("a", "é\t\"\\\n😀").delete("b").put("c", "drie").commit("van alles");
    for (Commit commit : commits.made()) {
      assertEquals(commit, CommitText.read(CommitText.write(commit)));
    }
  }

  @Test
  void the_text_of_a_commit_can_be_read_by_people() {
    Commit commit = new Commits().put("a", "Eén").commit("een\nreden").made().get(0);
    String text = new String(CommitText.write(commit), StandardCharsets.UTF_8);
    String record = Iris.goal("a").getURI();
    String content = commit.revisions().get(0).content();
    String contentHash = commit.revisions().get(0).contentHash();
    int length = content.getBytes(StandardCharsets.UTF_8).length;
    assertEquals(
        "commit 1\n"
            + "recorded 2025-06-30T08:15:00.120Z\n"
            + "actor redactie\n"
            + "onBehalfOf https://w3id.org/standaardencatalogus/id/organisatie/vng\n"
            + "reason een\\nreden\n"
            + ("previous " + "0".repeat(64) + "\n")
            + ("revision 1 CREATE " + record + " - " + contentHash + " " + length + "\n")
            + ("hash " + commit.hash() + "\n\n")
            + content,
        text);
  }

  @Test
  void everything_in_the_head_is_in_the_hash() {
    Commit one = with("een");
    assertNotEquals(one.hash(), with("twee").hash());
    Commit later =
        CommitText.sealed(
            one.number(),
            one.recorded().plusMillis(1),
            one.actor(),
            one.onBehalfOf(),
            one.proposer(),
            one.reason(),
            one.revisions(),
            one.previousHash());
    assertNotEquals(one.hash(), later.hash());
  }

  @Test
  void who_put_it_forward_is_read_as_it_was_written_and_is_in_the_hash() {
    Commit one = with("een");
    Commit proposed =
        CommitText.sealed(
            one.number(),
            one.recorded(),
            one.actor(),
            one.onBehalfOf(),
            Optional.of(new Proposer("een beheerder\n", Iris.organisation("geonovum"))),
            one.reason(),
            one.revisions(),
            one.previousHash());
    assertEquals(proposed, CommitText.read(CommitText.write(proposed)));
    assertNotEquals(one.hash(), proposed.hash());
  }

  @Test
  void two_reasons_never_have_the_same_text() {
    assertNotEquals(with("a\nb").hash(), with("a\\nb").hash());
  }

  @Test
  void a_text_that_stops_anywhere_is_no_commit() {
    byte[] whole = CommitText.write(with("een"));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(IllegalArgumentException.class, () -> CommitText.read(part), length + " bytes");
    }
  }

  @Test
  void bytes_after_the_last_graph_are_refused() {
    byte[] whole = CommitText.write(with("een"));
    refused(Arrays.copyOf(whole, whole.length + 1), "bytes are left");
  }

  @Test
  void an_unknown_escape_is_refused() {
    refused(changed("reason een", "reason \\q"), "unknown escape");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] whole = CommitText.write(with("een"));
    whole[whole.length - 10] = (byte) 0xC3;
    refused(whole, "not UTF-8");
  }

  @Test
  void a_head_that_says_the_same_in_another_way_is_refused() {
    refused(changed("08:15:00.120Z", "08:15:00.12Z"), "not written as a head is");
    refused(changed("commit 1\n", "commit +1\n"), "not written as a head is");
  }

  private static void refused(byte[] payload, String why) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> CommitText.read(payload));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private static byte[] changed(String from, String to) {
    String text = new String(CommitText.write(with("een")), StandardCharsets.UTF_8);
    assertTrue(text.contains(from), text);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  private static Commit with(String reason) {
    Commit commit = new Commits().put("a", "Eén").commit("een").made().get(0);
    return CommitText.sealed(
        1,
        Instant.parse("2025-06-30T08:15:00.120Z"),
        commit.actor(),
        commit.onBehalfOf(),
        commit.proposer(),
        reason,
        List.copyOf(commit.revisions()),
        commit.previousHash());
  }
}
