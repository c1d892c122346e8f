package nl.standaardencatalogus.catalogue.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Proposer;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The bytes of a commit: a head in lines of text, then the canonical graphs of its revisions.
 *
 * <pre>
 * commit 12
 * recorded 2025-06-30T08:15:00.123Z
 * actor redactie
 * onBehalfOf https://…
 * proposer redactie         (with the next line: only when somebody else put it forward)
 * proposedFor https://…
 * reason Nieuwe versie
 * previous 9f86…            (hash of the commit before)
 * revision 41 UPDATE https://… 17 3c9d… 812   (number, kind, record, previous or -, hash, bytes)
 * hash 60303a…              (SHA-256 of all lines above, line ends included)
 *
 * (the graphs, one after the other)
 * </pre>
 *
 * <p>The graphs are in the hash through their own hashes, so a chain of heads proves the whole.
 */
public final class CommitText {
  private CommitText() {}

  /** A commit whose hash follows from the rest. */
  public static Commit sealed(
      long number,
      Instant recorded,
      String actor,
      Node onBehalfOf,
      Optional<Proposer> proposer,
      String reason,
      List<Revision> revisions,
      String previousHash) {
    Commit open =
        new Commit(
            number, recorded, actor, onBehalfOf, proposer, reason, revisions, previousHash, "");
    return new Commit(
        number, recorded, actor, onBehalfOf, proposer, reason, revisions, previousHash, hash(open));
  }

  /** The hash that a commit must have, whatever it says that it is. */
  public static String hash(Commit commit) {
    return CanonicalGraph.sha256(head(commit));
  }

  static byte[] write(Commit commit) {
    StringBuilder text = new StringBuilder(head(commit));
    text.append("hash ").append(commit.hash()).append("\n\n");
    commit.revisions().forEach(revision -> text.append(revision.content()));
    return bytes(text.toString());
  }

  private static String head(Commit commit) {
    StringBuilder head = new StringBuilder();
    line(head, "commit", Long.toString(commit.number()));
    line(head, "recorded", commit.recorded().toString());
    line(head, "actor", commit.actor());
    line(head, "onBehalfOf", commit.onBehalfOf().getURI());
    commit
        .proposer()
        .ifPresent(
            proposer -> {
              line(head, "proposer", proposer.name());
              line(head, "proposedFor", proposer.organisation().getURI());
            });
    line(head, "reason", commit.reason());
    line(head, "previous", commit.previousHash());
    for (Revision revision : commit.revisions()) {
      line(head, "revision", line(revision));
    }
    return head.toString();
  }

  private static String line(Revision revision) {
    return String.join(
        " ",
        Long.toString(revision.number()),
        revision.kind().name(),
        revision.record().getURI(),
        revision.previous().map(Object::toString).orElse("-"),
        revision.contentHash(),
        Integer.toString(bytes(revision.content()).length));
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(' ');
    text.append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"));
    text.append('\n');
  }

  /**
   * Reads what {@link #write} wrote, without believing its hashes.
   *
   * @throws IllegalArgumentException when it is no commit
   */
  static Commit read(byte[] payload) {
    Lines lines = new Lines(payload);
    long number = Long.parseLong(lines.value("commit"));
    Instant recorded = Instant.parse(lines.value("recorded"));
    String actor = lines.value("actor");
    Node onBehalfOf = NodeFactory.createURI(lines.value("onBehalfOf"));
    Optional<Proposer> proposer =
        lines.nextIs("proposer")
            ? Optional.of(
                new Proposer(
                    lines.value("proposer"), NodeFactory.createURI(lines.value("proposedFor"))))
            : Optional.empty();
    String reason = lines.value("reason");
    String previousHash = lines.value("previous");
    List<String[]> heads = new ArrayList<>();
    while (lines.nextIs("revision")) {
      heads.add(lines.value("revision").split(" "));
    }
    String hash = lines.value("hash");
    lines.blank();
    List<Revision> revisions = new ArrayList<>();
    for (String[] head : heads) {
      revisions.add(revision(head, lines));
    }
    lines.end();
    Commit commit =
        new Commit(
            number, recorded, actor, onBehalfOf, proposer, reason, revisions, previousHash, hash);
    // The hash is over what was understood: two ways to write the same would share it.
    if (!lines.startWith(head(commit))) {
      throw new IllegalArgumentException("its head is not written as a head is");
    }
    return commit;
  }

  private static Revision revision(String[] head, Lines lines) {
    if (head.length != 6) {
      throw new IllegalArgumentException("a revision line has " + head.length + " fields, not 6");
    }
    return new Revision(
        Long.parseLong(head[0]),
        NodeFactory.createURI(head[2]),
        Kind.valueOf(head[1]),
        head[3].equals("-") ? Optional.empty() : Optional.of(Long.parseLong(head[3])),
        lines.content(Integer.parseInt(head[5])),
        head[4]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A place in the bytes that moves on as they are read. */
  private static final class Lines {
    private final byte[] payload;
    private int at;

    Lines(byte[] payload) {
      this.payload = payload;
    }

    boolean nextIs(String key) {
      byte[] expected = bytes(key + " ");
      return at + expected.length <= payload.length
          && Arrays.equals(payload, at, at + expected.length, expected, 0, expected.length);
    }

    boolean startWith(String head) {
      byte[] expected = bytes(head);
      return expected.length <= payload.length
          && Arrays.equals(payload, 0, expected.length, expected, 0, expected.length);
    }

    String value(String key) {
      if (!nextIs(key)) {
        throw new IllegalArgumentException("no line \"" + key + "\" at byte " + at);
      }
      String line = line();
      return unescaped(line.substring(key.length() + 1));
    }

    void blank() {
      if (!line().isEmpty()) {
        throw new IllegalArgumentException("no empty line after the head");
      }
    }

    void end() {
      if (at != payload.length) {
        throw new IllegalArgumentException("bytes are left after the last graph");
      }
    }

    String content(int length) {
      if (length < 0 || length > payload.length - at) {
        throw new IllegalArgumentException("a graph is longer than what is there");
      }
      String content = text(at, length);
      at += length;
      return content;
    }

    private String line() {
      int end = at;
      while (end < payload.length && payload[end] != '\n') {
        end++;
      }
      if (end == payload.length) {
        throw new IllegalArgumentException("a line does not end");
      }
      String line = text(at, end - at);
      at = end + 1;
      return line;
    }

    private String text(int from, int length) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(payload, from, length))
            .toString();
      } catch (CharacterCodingException e) {
        throw new IllegalArgumentException("bytes that are not UTF-8 after byte " + from, e);
      }
    }

    private static String unescaped(String value) {
      StringBuilder text = new StringBuilder(value.length());
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c != '\\') {
          text.append(c);
          continue;
        }
        i++;
        char next = i < value.length() ? value.charAt(i) : 0;
        switch (next) {
          case '\\' -> text.append('\\');
          case 'n' -> text.append('\n');
          case 'r' -> text.append('\r');
          default -> throw new IllegalArgumentException("unknown escape in a line of the head");
        }
      }
      return text.toString();
    }
  }
}
