package nl.standaardencatalogus.server.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.PagePaths;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.FormShape.Field;
import nl.standaardencatalogus.shapes.FormShape.Kind;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * A form as people see it: its fields with what stands in them, what is wrong with each, and all
 * that is wrong once more together.
 *
 * @param summary what is wrong, in the order of the fields; last what is about none of them
 */
public record FormView(List<Input> inputs, List<Said> summary) {
  /** What messages name a property by for who writes Turtle; a form has labels. */
  private static final Pattern TERM = Pattern.compile(" \\([a-z]+:[A-Za-z]+\\)");

  private static final Pattern DAY = Pattern.compile("\"([0-9]{4}-[0-9]{2}-[0-9]{2})\"");

  /**
   * One field.
   *
   * @param kind how it is filled in
   * @param sometimes whether it is required when a rule about the whole says so
   * @param many whether several may be chosen or typed
   * @param length how long a text may be; 0 when it does not matter
   * @param texts what stands in it; a day as year, month and day
   * @param list the id of what is suggested in it; null when nothing is
   * @param english what stands in the field for the same in English; null when there is none
   */
  public record Input(
      String id,
      String name,
      Kind kind,
      String label,
      String help,
      boolean required,
      boolean sometimes,
      boolean many,
      int length,
      List<Choice> choices,
      List<String> texts,
      List<Said> said,
      List<Part> parts,
      String list,
      String english) {
    /** Whether something in it must be mended. */
    public boolean wrong() {
      return said.stream().anyMatch(Said::refused);
    }

    /** Whether its only part to fill in starts with a field of the same name. */
    public boolean repeats(Input inner) {
      return inner.label().equals(label);
    }

    /** What stands in it, as people read it. */
    public List<String> answers() {
      List<String> answers = new ArrayList<>();
      parts.stream().filter(part -> !part.fresh()).map(Part::summary).forEach(answers::add);
      if (kind == Kind.DATE) {
        answers.add(String.join("-", texts));
      } else if (choices.isEmpty()) {
        answers.addAll(texts);
      } else {
        choices.stream()
            .filter(it -> it.chosen() && !it.value().isEmpty())
            .map(Choice::label)
            .forEach(answers::add);
      }
      answers.removeIf(answer -> answer.isBlank() || answer.equals("--"));
      return answers;
    }

    /** The ids of what explains it; null for none. */
    public String describedBy() {
      List<String> ids = new ArrayList<>();
      if (help != null) {
        ids.add(id + "-hulp");
      }
      if (!said.isEmpty()) {
        ids.add(id + "-fout");
      }
      return ids.isEmpty() ? null : String.join(" ", ids);
    }
  }

  /**
   * Something to choose.
   *
   * @param help what it means; null when that goes without saying
   */
  public record Choice(String id, String value, String label, String help, boolean chosen) {}

  /**
   * A part of the record.
   *
   * @param fresh whether it is one to add
   * @param removal the name of the field that says that it is to go
   * @param summary what stands in it, in a line
   */
  public record Part(boolean fresh, String removal, String summary, List<Input> inputs) {
    /** Whether something in it must be mended. */
    public boolean wrong() {
      return inputs.stream().anyMatch(input -> !input.said().isEmpty());
    }
  }

  /**
   * What a rule says.
   *
   * @param words with a link for each thing that has a page
   * @param inSummary the same where it does not stand at its field
   * @param input the id of the field that it is about; null when it is about none
   * @param refused whether it must be mended, and is no mere advice
   * @param rule the address of the rule
   * @param why there is such a rule; null when that is not said
   */
  public record Said(
      List<Link> words, String inSummary, String input, boolean refused, String rule, String why) {
    /** The words without links. */
    public String text() {
      return words.stream().map(Link::label).collect(Collectors.joining());
    }
  }

  /** Where what is said of a rule can be read; here, wherever the catalogue runs. */
  public static String rule(View view, Finding finding) {
    return PagePaths.of(finding.shape()).map(view::href).orElse(finding.shape().getURI());
  }

  /** What may be chosen in a field, without ids. */
  public interface Choices extends BiFunction<Field, List<String>, List<Choice>> {
    /** The id of the list of what may be typed in a field; null where one chooses. */
    default String list(Field field) {
      return null;
    }

    /** Whether a Dutch text is asked for in English too. */
    default boolean translates() {
      return false;
    }
  }

  /**
   * The form about a thing.
   *
   * @param view gives the language, texts and names
   */
  public static FormView of(
      FormShape form, Node thing, Typed typed, List<Finding> findings, Choices choices, View view) {
    Maker maker = new Maker(form, thing, typed, findings, choices, view);
    List<Input> inputs = maker.inputs(form, thing, "", null);
    return new FormView(inputs, maker.summary());
  }

  /** What a rule says of a value, without its terms and with days as people write them. */
  private static String words(Finding finding, View view) {
    String said = TERM.matcher(finding.message(view.language().tag())).replaceAll("");
    String text = Wording.untermed(view, said);
    return DAY.matcher(text).replaceAll(day -> Matcher.quoteReplacement(view.date(day.group(1))));
  }

  /** The same for where nothing can be linked: things by their names alone. */
  public static String plain(Finding finding, View view) {
    return Wording.linked(view, words(finding, view)).stream()
        .map(Link::label)
        .collect(Collectors.joining());
  }

  private static final class Maker {
    private final FormShape form;
    private final Node record;
    private final Typed typed;
    private final List<Finding> findings;
    private final Choices choices;
    private final View view;
    private final String language;
    private final Set<Finding> placed = new HashSet<>();
    private final List<Said> summary = new ArrayList<>();

    Maker(
        FormShape form,
        Node record,
        Typed typed,
        List<Finding> findings,
        Choices choices,
        View view) {
      this.form = form;
      this.record = record;
      this.typed = typed;
      this.findings = findings;
      this.choices = choices;
      this.view = view;
      this.language = view.language().tag();
    }

    List<Input> inputs(FormShape shape, Node thing, String prefix, Field within) {
      return shape.fields().stream().map(field -> input(field, thing, prefix, within)).toList();
    }

    private Input input(Field field, Node thing, String prefix, Field within) {
      String name = prefix + field.name();
      String id = name.replace('.', '-');
      List<Said> said = said(thing, field, within, name);
      summary.addAll(said);
      return new Input(
          id,
          name,
          field.kind(),
          field.label().in(language),
          field.help().in(language),
          field.required(),
          field.sometimes(),
          field.many(),
          field.length(),
          choices(field, name, id),
          texts(field, name),
          said,
          field.kind() == Kind.PART ? parts(field, name) : List.of(),
          choices.list(field),
          field.english() && choices.translates() ? typed.text(name + Typed.ENGLISH) : null);
    }

    private List<Choice> choices(Field field, String name, String id) {
      List<Choice> all = choices.apply(field, typed.texts(name));
      return IntStream.range(0, all.size())
          .mapToObj(
              i -> {
                Choice choice = all.get(i);
                String own = i == 0 ? id : id + "-" + i;
                return new Choice(
                    own, choice.value(), choice.label(), choice.help(), choice.chosen());
              })
          .toList();
    }

    private List<String> texts(Field field, String name) {
      if (field.kind() == Kind.DATE) {
        return List.of(
            typed.text(name + ".dag"), typed.text(name + ".maand"), typed.text(name + ".jaar"));
      }
      List<String> texts = new ArrayList<>(typed.texts(name));
      texts.removeIf(String::isBlank);
      if (texts.isEmpty() || field.many()) {
        texts.add("");
      }
      return texts;
    }

    private List<Part> parts(Field field, String name) {
      List<Part> parts = new ArrayList<>();
      for (String fragment : typed.parts(name)) {
        parts.add(part(field, name, fragment, false));
      }
      parts.add(part(field, name, typed.freshPart(name, field), true));
      return parts;
    }

    private Part part(Field field, String name, String fragment, boolean fresh) {
      Node node = Typed.part(record, fragment);
      List<Input> inputs = inputs(field.part(), node, Typed.part(name, fragment) + ".", field);
      String summary =
          inputs.stream()
              .filter(input -> !input.answers().isEmpty())
              .map(input -> input.label() + ": " + String.join(", ", input.answers()))
              .collect(Collectors.joining("; "));
      return new Part(fresh, Typed.part(name, fragment) + Typed.REMOVED, summary, inputs);
    }

    private List<Said> said(Node thing, Field field, Field within, String name) {
      return findings.stream()
          .filter(finding -> finding.focus().equals(thing) && field.path().equals(finding.path()))
          .peek(placed::add)
          .map(finding -> said(finding, field, within, name))
          // Two constraints of one rule may refuse a value in the same words.
          .distinct()
          .toList();
    }

    private Said said(Finding finding, Field field, Field within, String name) {
      Wording wording = new Wording(view, field, within);
      String text = wording.brief(finding).orElseGet(() -> words(finding, view));
      return said(finding, text, wording::inSummary, first(field, name).replace('.', '-'));
    }

    /** The name of the field to go to: a part has none of its own. */
    private String first(Field field, String name) {
      if (field.kind() != Kind.PART) {
        return name;
      }
      Field inner = field.part().fields().get(0);
      return Typed.part(name, typed.freshPart(name, field)) + "." + inner.name();
    }

    private Said said(Finding finding, String text, UnaryOperator<String> elsewhere, String input) {
      FormShape.Text why = form.reasons().get(finding.shape());
      List<Link> words = Wording.linked(view, text);
      return new Said(
          words,
          elsewhere.apply(words.stream().map(Link::label).collect(Collectors.joining())),
          input,
          finding.severity() == Severity.VIOLATION,
          rule(view, finding),
          why == null ? null : why.in(language));
    }

    List<Said> summary() {
      findings.stream()
          .filter(finding -> !placed.contains(finding))
          .map(finding -> said(finding, words(finding, view), UnaryOperator.identity(), null))
          .forEach(summary::add);
      return summary;
    }
  }
}
