package nl.standaardencatalogus.server.source;

import java.util.Arrays;

/** How a visit to a source ended; pages and the command line have a sentence for each. */
public enum Ending {
  /** Something in it was new, and is in the catalogue now. */
  TAKEN("taken"),
  /** Nothing in it was new, or nothing that was could be taken. */
  NOTHING_NEW("nothing-new"),
  /** 404 or 410: it is not there any more, or never was. */
  GONE("gone"),
  /** Another status than 200 and 304. */
  STATUS("status"),
  /** It sends to another address, which is not followed. */
  REDIRECT("redirect"),
  /** The host is not on the public internet. */
  PRIVATE_ADDRESS("private-address"),
  /** Nobody knows the host. */
  UNKNOWN_HOST("unknown-host"),
  /** No connection, or one that broke. */
  UNREACHABLE("unreachable"),
  /** The certificate is not right. */
  INSECURE("insecure"),
  /** It took too long. */
  TOO_SLOW("too-slow"),
  /** More bytes than are taken. */
  TOO_LARGE("too-large"),
  /** Neither Turtle nor JSON-LD, or packed. */
  TYPE("type"),
  /** A document without a triple. */
  EMPTY("empty"),
  /** Not what its type says, or with something that is never read. */
  UNREADABLE("unreadable"),
  /** More records than are tried. */
  TOO_MANY("too-many"),
  /** The catalogue could not do its part. */
  FAULT("fault");

  private final String text;

  Ending(String text) {
    this.text = text;
  }

  /** Its name in files and keys of texts. */
  public String text() {
    return text;
  }

  /** Whether the document was had and read. */
  public boolean isSuccess() {
    return this == TAKEN || this == NOTHING_NEW;
  }

  /** Whether what belongs to it is a sentence of a program, in English. */
  public boolean detailIsProse() {
    return this == UNREADABLE || this == UNREACHABLE || this == INSECURE;
  }

  static Ending named(String text) {
    return Arrays.stream(values())
        .filter(ending -> ending.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No ending: " + text));
  }
}
