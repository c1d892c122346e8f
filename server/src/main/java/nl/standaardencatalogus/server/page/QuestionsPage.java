package nl.standaardencatalogus.server.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.standaardencatalogus.catalogue.question.Audience;
import nl.standaardencatalogus.catalogue.question.Bilingual;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;

/** All questions of the library, by who they are for. */
public record QuestionsPage(Frame frame, int count, List<Group> groups) {
  static final String PATH = "/sparql/vragen";
  static final String SECTION = "sparql/vragen";

  /** The questions for one audience. */
  public record Group(String id, String title, List<Item> questions) {}

  /** A question in the list. */
  public record Item(Link question, String about) {}

  static QuestionsPage of(View view, Library library) {
    return new QuestionsPage(
        view.frame(view.t("questions"), SECTION, view.crumbs(Link.text(view.t("questions"))), true),
        library.all().size(),
        Arrays.stream(Audience.values()).map(who -> group(view, library, who)).toList());
  }

  private static Group group(View view, Library library, Audience who) {
    String id = who.name().toLowerCase(Locale.ROOT);
    return new Group(
        id,
        view.texts().get("audience." + id),
        library.of(who).stream().map(question -> item(view, question)).toList());
  }

  private static Item item(View view, LibraryQuestion question) {
    return new Item(
        new Link(in(view, question.title()), view.href(PATH + "/" + question.name())),
        in(view, question.about()));
  }

  static String in(View view, Bilingual text) {
    return view.language() == Language.NL ? text.nl() : text.en();
  }
}
