package nl.standaardencatalogus.server.source;

import java.util.Arrays;
import java.util.List;

/**
 * Something in a source that was not taken over, and why: the quarantine.
 *
 * @param about the IRI of the record, or of what is none
 * @param findings what the rules say, or whoever else refused it
 */
public record Aside(String about, Cause cause, List<Words> findings) {
  private static final int LONGEST = 2000;

  public Aside {
    about = plain(about);
    findings = List.copyOf(findings);
  }

  /**
   * What another server sent, or quotes of it, as it may be kept and shown: not endless, and
   * without signs that a terminal obeys.
   */
  static String plain(String text) {
    String visible = text.replaceAll("\\p{Cntrl}+", " ");
    return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
  }

  /** A sentence in both languages; where nobody has it in Dutch, that is the English one. */
  public record Words(String nl, String en) {
    public Words {
      nl = plain(nl);
      en = plain(en);
    }

    /** The sentence in a language. */
    public String in(String language) {
      return language.equals("en") ? en : nl;
    }
  }

  /** Why something was set aside; pages and the command line have a sentence for each. */
  public enum Cause {
    /** The rules refuse it. */
    RULES("rules"),
    /** Its form is not that of a record. */
    MALFORMED("malformed"),
    /** It is a declaration of another municipality. */
    OTHER_MUNICIPALITY("other-municipality"),
    /** It says that another organisation declares. */
    OTHER_DECLARANT("other-declarant"),
    /** It is a record, but no declaration. */
    NO_DECLARATION("no-declaration"),
    /** It is nothing that the catalogue has records of. */
    NO_RECORD("no-record"),
    /** Since it was taken over, both the catalogue and the source changed. */
    CHANGED_HERE("changed-here"),
    /** The catalogue has it already, otherwise and not from this source. */
    THERE_ALREADY("there-already"),
    /** Its IRI was that of something else. */
    REUSED("reused");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    /** Its name in files and keys of texts. */
    public String text() {
      return text;
    }

    /** Whether the findings that go with it are in English only. */
    public boolean isSaidInEnglish() {
      return this == MALFORMED;
    }

    static Cause named(String text) {
      return Arrays.stream(values())
          .filter(cause -> cause.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No cause: " + text));
    }
  }
}
