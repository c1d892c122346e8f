package nl.standaardencatalogus.server.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sources that may be fetched: a file with a line for each, a code and an address, such as
 * {@code gm0363 https://voorbeeld.nl/opgaven.ttl}. Empty lines and lines that start with # say
 * nothing. The file is the whole allow list: nothing else is ever fetched.
 *
 * @param file null when there is none
 * @param sources in the order of the file
 */
public record SourceList(Path file, List<OwnSource> sources) {
  /** No file: nothing is fetched. */
  public static final SourceList NONE = new SourceList(null, List.of());

  private static final Pattern CODE = Pattern.compile("gm[0-9]{4}");
  private static final int LONGEST = 1000;
  private static final int HIGHEST_PORT = 65_535;

  public SourceList {
    sources = List.copyOf(sources);
  }

  /** A list that cannot be used: every mistake, each with its line and how to repair it. */
  public static final class BadList extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    BadList(List<String> mistakes) {
      super(String.join("\n", mistakes));
      this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong, line by line. */
    public List<String> mistakes() {
      return mistakes;
    }
  }

  /**
   * The list in a file.
   *
   * @throws BadList when anything in it is not as it should be: half a list is none
   */
  public static SourceList read(Path file) throws BadList {
    List<String> lines = lines(file);
    Map<String, OwnSource> sources = new LinkedHashMap<>();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split("\\s+");
      Optional<String> mistake = mistake(words, sources);
      if (mistake.isPresent()) {
        mistakes.add(file + ", line " + (i + 1) + ": " + mistake.get());
      } else {
        sources.put(words[0], new OwnSource(words[0], URI.create(words[1])));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadList(mistakes);
    }
    return new SourceList(file, List.copyOf(sources.values()));
  }

  /** The source of a municipality by its code. */
  public Optional<OwnSource> of(String code) {
    return sources.stream().filter(source -> source.code().equals(code)).findFirst();
  }

  private static List<String> lines(Path file) throws BadList {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new BadList(
          List.of(file + ": there is no such file; make it, or leave the setting out"));
    } catch (CharacterCodingException e) {
      throw new BadList(List.of(file + ": it is no UTF-8; save it as UTF-8"));
    } catch (IOException e) {
      throw new BadList(List.of(file + ": it cannot be read: " + e.getMessage()));
    }
  }

  private static Optional<String> mistake(String[] words, Map<String, OwnSource> before) {
    if (words.length != 2) {
      return Optional.of(
          "a line is a code and an address; write it as gm0363 https://voorbeeld.nl/opgaven.ttl");
    }
    if (!CODE.matcher(words[0]).matches()) {
      return Optional.of(
          "\"" + words[0] + "\" is no code of a municipality; write gm and four digits: gm0363");
    }
    if (before.containsKey(words[0])) {
      return Optional.of(
          words[0] + " has a source already; a municipality has one: leave one of the two out");
    }
    return mistake(words[1]);
  }

  private static Optional<String> mistake(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.of("<" + address + "> is no address; write it in full, in ASCII");
    }
    if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      return Optional.of("<" + address + "> is not fetched; only https://… with a host is");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of(
          "the address has a name or password in it, and addresses are shown to everybody; publish"
              + " the document without one");
    }
    if (uri.getRawFragment() != null) {
      return Optional.of(
          "<" + address + "> names a part of a document; leave out # and what follows");
    }
    if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT || address.length() > LONGEST) {
      return Optional.of(
          "<" + address + "> has a port that does not exist, or is too long; correct it");
    }
    return Optional.empty();
  }
}
