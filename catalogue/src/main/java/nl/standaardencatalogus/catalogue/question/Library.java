package nl.standaardencatalogus.catalogue.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The library: the questions that the catalogue promises to answer, each a file below {@code
 * vraag/} with a header that says what it promises.
 */
public final class Library {
  private static final String FOLDER = "vraag/";

  private final List<LibraryQuestion> questions;
  private final Map<String, LibraryQuestion> byName = new HashMap<>();

  private Library(List<LibraryQuestion> questions) {
    this.questions = List.copyOf(questions);
    questions.forEach(question -> byName.put(question.name(), question));
  }

  /**
   * Reads the header of every file of the library.
   *
   * @throws QuestionException when a header is broken; the message names the file
   */
  public static Library of(Questions questions) {
    List<LibraryQuestion> read = new ArrayList<>();
    questions.below(FOLDER).forEach(file -> read.add(read(file)));
    read.sort(Comparator.comparingInt(LibraryQuestion::number));
    for (int i = 1; i < read.size(); i++) {
      if (read.get(i).number() == read.get(i - 1).number()) {
        throw new QuestionException(
            "Questions "
                + read.get(i - 1).name()
                + ".rq and "
                + read.get(i).name()
                + ".rq have one number");
      }
    }
    return new Library(read);
  }

  static LibraryQuestion read(Question file) {
    try {
      return Header.question(file.name().substring(FOLDER.length()), file);
    } catch (IllegalArgumentException e) {
      throw new QuestionException("Question " + file.name() + ".rq: " + e.getMessage(), e);
    }
  }

  /** All questions, by number. */
  public List<LibraryQuestion> all() {
    return questions;
  }

  /** The questions for one audience, by number. */
  public List<LibraryQuestion> of(Audience audience) {
    return questions.stream().filter(question -> question.audience() == audience).toList();
  }

  /** The question of this name; empty when there is none. */
  public Optional<LibraryQuestion> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
