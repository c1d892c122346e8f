package nl.standaardencatalogus.server.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.iri.Iris;
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

  /**
   * One field.
   *
   * @param kind how it is filled in
   * @param many whether several may be chosen or typed
   * @param length how long a text may be; 0 when it does not matter
   * @param texts what stands in it; a day as year, month and day
   */
  public record Input(
      String id,
      String name,
      Kind kind,
      String label,
      String help,
      boolean required,
      boolean many,
      int length,
      List<Choice> choices,
      List<String> texts,
      List<Said> said,
      List<Part> parts) {
    /** Whether something in it must be mended. */
    public boolean wrong() {
      return said.stream().anyMatch(Said::refused);
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
        choices.stream().filter(Choice::chosen).map(Choice::label).forEach(answers::add);
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
   * @param input the id of the field that it is about; null when it is about none
   * @param refused whether it must be mended, and is no mere advice
   * @param rule the address of the rule
   */
  public record Said(String text, String input, boolean refused, String rule) {}

  /** Where what is said of a rule can be read; here, wherever the catalogue runs. */
  public static String rule(Finding finding) {
    String iri = finding.shape().getURI();
    return iri.startsWith(Iris.BASE) ? iri.substring(Iris.BASE.length() - 1) : iri;
  }

  /** What may be chosen in a field, without ids. */
  public interface Choices extends BiFunction<Field, List<String>, List<Choice>> {}

  /**
   * The form about a thing.
   *
   * @param language of labels and messages
   */
  public static FormView of(
      FormShape form,
      Node thing,
      Typed typed,
      List<Finding> findings,
      Choices choices,
      String language) {
    Maker maker = new Maker(thing, typed, findings, choices, language);
    List<Input> inputs = maker.inputs(form, thing, "");
    return new FormView(inputs, maker.summary());
  }

  /** What a rule says to who fills in a form. */
  public static String words(Finding finding, String language) {
    return TERM.matcher(finding.message(language)).replaceAll("");
  }

  private static final class Maker {
    private final Node record;
    private final Typed typed;
    private final List<Finding> findings;
    private final Choices choices;
    private final String language;
    private final Set<Finding> placed = new HashSet<>();
    private final List<Said> summary = new ArrayList<>();

    Maker(Node record, Typed typed, List<Finding> findings, Choices choices, String language) {
      this.record = record;
      this.typed = typed;
      this.findings = findings;
      this.choices = choices;
      this.language = language;
    }

    List<Input> inputs(FormShape form, Node thing, String prefix) {
      return form.fields().stream().map(field -> input(field, thing, prefix)).toList();
    }

    private Input input(Field field, Node thing, String prefix) {
      String name = prefix + field.name();
      String id = name.replace('.', '-');
      List<Said> said = said(thing, field.path(), id);
      summary.addAll(said);
      return new Input(
          id,
          name,
          field.kind(),
          field.label().in(language),
          field.help().in(language),
          field.required(),
          field.many(),
          field.length(),
          choices(field, name, id),
          texts(field, name),
          said,
          field.kind() == Kind.PART ? parts(field, name) : List.of());
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
      List<Input> inputs = inputs(field.part(), node, Typed.part(name, fragment) + ".");
      String summary =
          inputs.stream()
              .filter(input -> !input.answers().isEmpty())
              .map(input -> input.label() + ": " + String.join(", ", input.answers()))
              .collect(Collectors.joining("; "));
      return new Part(fresh, Typed.part(name, fragment) + Typed.REMOVED, summary, inputs);
    }

    private List<Said> said(Node thing, Node path, String id) {
      return findings.stream()
          .filter(finding -> finding.focus().equals(thing) && path.equals(finding.path()))
          .peek(placed::add)
          .map(finding -> said(finding, id))
          // Two constraints of one rule may refuse a value in the same words.
          .distinct()
          .toList();
    }

    private Said said(Finding finding, String id) {
      return new Said(
          words(finding, language), id, finding.severity() == Severity.VIOLATION, rule(finding));
    }

    List<Said> summary() {
      findings.stream()
          .filter(finding -> !placed.contains(finding))
          .map(finding -> said(finding, null))
          .forEach(summary::add);
      return summary;
    }
  }
}
