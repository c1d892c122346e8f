package nl.standaardencatalogus.server.tender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Element;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Relations;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.page.View;

/**
 * What to ask for in a tender: a text to copy, a list with the reasons, and what is left out.
 *
 * @param chosen the components, each leading to the page without it
 * @param choices the other components that GEMMA names standards for; the address is the slug
 * @param text the text to copy, in Dutch
 */
public record TenderPage(
    Frame frame,
    List<Chosen> chosen,
    List<Link> choices,
    List<Demands> text,
    List<Line> lines,
    List<Omitted> left,
    List<Link> files) {
  private static final String KEY = "component";
  private static final int MOST_VERSIONS = 4;
  private static final List<Tender.Weight> ASKED =
      List.of(Tender.Weight.VERPLICHT, Tender.Weight.AANBEVOLEN);
  private static final Pattern EXACT = Pattern.compile(".*[0-9]$");

  /** A chosen component. */
  public record Chosen(String slug, Link component, String remove) {}

  /** A part of the text: a sentence, and the demands that it announces. */
  public record Demands(String lead, List<String> items) {}

  /**
   * A standard to ask for.
   *
   * @param older how many versions are alive besides those that are shown
   * @param coming the versions in development
   * @param replacements what does the same in a new way
   */
  public record Line(
      Link standard,
      Badge weight,
      List<Link> components,
      List<Link> versions,
      int older,
      List<Link> coming,
      List<Relations.Line> replacements,
      List<Link> tests,
      List<Reason> reasons,
      String drift) {}

  /** Whose decision is behind it. */
  public record Reason(Badge force, Duty duty, String since) {}

  /** A standard that is left out. */
  public record Omitted(Link standard, String why, List<Link> successors) {}

  /** The components that an address asks for. */
  static List<Element> components(View view, Asked asked) {
    List<Element> offered = offered(view);
    List<String> known = offered.stream().map(it -> Slugs.of(it.node())).toList();
    List<String> slugs = asked.all(KEY);
    slugs.forEach(slug -> asked.check(KEY, slug, known));
    return offered.stream().filter(it -> slugs.contains(Slugs.of(it.node()))).toList();
  }

  private static List<Element> offered(View view) {
    return view.overview().elements().stream()
        .filter(it -> it.mandatory() + it.recommended() > 0)
        .sorted(Comparator.comparing(it -> it.title().toLowerCase()))
        .toList();
  }

  static TenderPage of(View view, Asked asked) {
    List<Element> components = components(view, asked);
    Tender tender = Tender.of(view, components);
    String query =
        components.stream()
            .map(it -> KEY + "=" + Asked.encode(Slugs.of(it.node())))
            .collect(Collectors.joining("&"));
    return new TenderPage(
        view.frame(
            view.t("tender.title"),
            "architectuur",
            view.crumbs(
                view.section("architecture", "/architectuur"), Link.text(view.t("tender.title"))),
            components.isEmpty()),
        components.stream().map(it -> chosen(view, asked, it)).toList(),
        offered(view).stream()
            .filter(it -> !components.contains(it))
            .map(it -> new Link(it.title(), Slugs.of(it.node())))
            .toList(),
        tender.asked().isEmpty() ? List.of() : text(view, tender),
        tender.asked().stream().map(it -> line(view, it)).toList(),
        tender.left().stream()
            .map(
                it ->
                    new Omitted(
                        view.link(it.standard().node()),
                        view.t("tender.left." + it.reason()),
                        it.successors()))
            .toList(),
        Stream.concat(
                Stream.of("csv", "ods", "ttl", "jsonld")
                    .map(
                        it ->
                            new Link(
                                it.toUpperCase(), view.href("/aanbesteding." + it + "?" + query))),
                Stream.of(
                    new Link(view.t("data.application/xml"), view.href("/archimate.xml?" + query))))
            .toList());
  }

  private static Chosen chosen(View view, Asked asked, Element element) {
    String slug = Slugs.of(element.node());
    return new Chosen(slug, view.link(element.node()), view.href(asked.without(KEY, slug)));
  }

  private static Line line(View view, Tender.Demand demand) {
    return new Line(
        view.link(demand.standard().node()),
        new Badge(view.t("tender.weight." + demand.weight()), "inf"),
        demand.components(),
        demand.versions().stream()
            .limit(MOST_VERSIONS)
            .map(it -> new Link(it.label(), view.link(it.node()).href()))
            .toList(),
        Math.max(0, demand.versions().size() - MOST_VERSIONS),
        demand.coming().stream()
            .limit(MOST_VERSIONS)
            .map(it -> new Link(it.label(), view.link(it.node()).href()))
            .toList(),
        demand.replacements(),
        demand.tests(),
        demand.duties().stream()
            .map(it -> new Reason(view.badge(it.force()), it, since(view, it)))
            .toList(),
        demand.drift() == Tender.Drift.NONE ? null : view.t("tender.drift." + demand.drift()));
  }

  private static String since(View view, Duty duty) {
    return duty.since() == null
        ? view.t("since.unknown")
        : view.t("since", view.date(duty.since()));
  }

  /** The text to copy; a tender in the Netherlands is in Dutch, whatever the page is in. */
  private static List<Demands> text(View view, Tender tender) {
    Texts dutch = new Texts(Language.NL);
    List<Demands> text = new ArrayList<>();
    text.add(
        new Demands(
            dutch.get(
                "tender.text.start",
                tender.components().stream().map(Element::title).collect(Collectors.joining(", ")),
                dutch.date(view.day())),
            List.of()));
    for (Tender.Weight weight : ASKED) {
      List<String> items =
          tender.asked().stream()
              .filter(it -> asked(it) == weight && !it.isReplaced())
              .map(it -> item(view, dutch, it))
              .toList();
      if (!items.isEmpty()) {
        text.add(new Demands(dutch.get("tender.text." + weight), items));
      }
    }
    for (Tender.Weight weight : ASKED) {
      List<String> items =
          tender.asked().stream()
              .filter(it -> asked(it) == weight && it.isReplaced())
              .map(it -> replaced(view, dutch, it))
              .toList();
      if (!items.isEmpty()) {
        text.add(new Demands(dutch.get("tender.text.replaced." + weight), items));
      }
    }
    return text;
  }

  /** What the buyer asks: what a decision asks, where GEMMA says less. */
  private static Tender.Weight asked(Tender.Demand demand) {
    return demand.drift() == Tender.Drift.DECIDED_HEAVIER
        ? Tender.Weight.VERPLICHT
        : demand.weight();
  }

  /** A standard in one exact version, with why it is asked for. */
  private static String item(View view, Texts dutch, Tender.Demand demand) {
    String name = view.dutchName(demand.standard().node());
    String versioned =
        demand.versions().stream()
            .map(Tender.Version::label)
            .filter(it -> EXACT.matcher(it).matches())
            .findFirst()
            .map(it -> dutch.get("tender.text.item", name, it))
            .orElseGet(() -> dutch.get("tender.text.unversioned", name));
    String why =
        demand.duties().isEmpty()
            ? dutch.get("tender.text.gemma")
            : demand.duties().stream()
                .map(it -> why(view, dutch, it))
                .collect(Collectors.joining("; "));
    return versioned + " (" + why + ")";
  }

  private static String replaced(View view, Texts dutch, Tender.Demand demand) {
    String by =
        demand.replacements().stream()
            .map(it -> view.dutchName(it.node()))
            .collect(Collectors.joining(", "));
    return dutch.get("tender.text.replaced.item", item(view, dutch, demand), by);
  }

  private static String why(View view, Texts dutch, Duty duty) {
    String since =
        duty.since() == null
            ? dutch.get("since.unknown")
            : dutch.get("since", dutch.date(duty.since()));
    String force = view.dutchName(duty.force());
    return duty.authority().label()
        + ", "
        + force.substring(0, 1).toLowerCase(Language.NL.locale())
        + force.substring(1)
        + ", "
        + since;
  }
}
