package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;

/** The pages of a long list. */
public record Pager(List<Step> steps, String next, String previous, int from, int to, int total) {
  /** One page; a null address stands for pages left out. */
  public record Step(int number, String href, boolean current) {}

  public static Pager of(View view, Asked asked, int total, int size) {
    int pages = Math.max(1, (total + size - 1) / size);
    int page = asked.page();
    if (page > pages) {
      throw new UnknownValue("p", String.valueOf(page), List.of("1 – " + pages));
    }
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      boolean near = Math.abs(number - page) <= 1 || number == 1 || number == pages;
      if (near) {
        steps.add(new Step(number, at(view, asked, number), number == page));
      } else if (steps.get(steps.size() - 1).href() != null) {
        steps.add(new Step(number, null, false));
      }
    }
    return new Pager(
        steps,
        page < pages ? at(view, asked, page + 1) : null,
        page > 1 ? at(view, asked, page - 1) : null,
        Math.min((page - 1) * size, total),
        Math.min(page * size, total),
        total);
  }

  private static String at(View view, Asked asked, int number) {
    return view.href(number == 1 ? asked.with("p", "") : asked.with("p", String.valueOf(number)));
  }

  /** Whether there is more than one page. */
  public boolean needed() {
    return steps.size() > 1;
  }
}
