package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class DelaysTest {
  private static final Node STANDARD = Quarters.standard("zaken-api");

  @Test
  void what_is_overdue_counts_for_as_long_as_it_is_so() {
    Quarters past = new Quarters(4);
    for (int municipality = 1; municipality <= 4; municipality++) {
      past.plans(STANDARD, municipality, 0, 1);
    }
    past.uses(STANDARD, 1, 1).uses(STANDARD, 2, 2);
    Delays delays = Delays.of(past.standings());
    assertEquals(4, delays.plans());
    assertEquals(2, delays.carriedOut());
    assertEquals(0.25, delays.doneWithin(0), 1e-9);
    assertEquals(0.5, delays.doneWithin(1), 1e-9, "a third of the three that were left");
    assertEquals(0.5, delays.doneWithin(9), 1e-9, "nobody knows of the other two");
    assertEquals(0, delays.doneWithin(-1), 1e-9);
  }

  @Test
  void one_that_came_later_than_the_last_look_is_not_taken_for_one_that_never_came() {
    // Of the two that are a quarter late, one was carried out; the third is only just due.
    Quarters past = new Quarters(4);
    past.plans(STANDARD, 1, 0, 2).uses(STANDARD, 1, 3);
    past.plans(STANDARD, 2, 0, 2);
    past.plans(STANDARD, 3, 0, 3);
    Delays delays = Delays.of(past.standings());
    assertEquals(0, delays.doneWithin(0), 1e-9);
    assertEquals(0.5, delays.doneWithin(1), 1e-9);
  }

  @Test
  void what_came_early_is_in_time_and_what_is_not_due_is_left_out() {
    Quarters past = new Quarters(4);
    past.plans(STANDARD, 1, 0, 3).uses(STANDARD, 1, 1);
    past.plans(STANDARD, 2, 0, 8);
    Delays delays = Delays.of(past.standings());
    assertEquals(1, delays.plans());
    assertEquals(1, delays.doneWithin(0), 1e-9);
  }

  @Test
  void a_plan_that_was_put_off_counts_as_it_stood_and_as_it_stands() {
    Quarters past = new Quarters(5);
    past.plans(STANDARD, 1, 0, 1).plans(STANDARD, 1, 2, 3).uses(STANDARD, 1, 3);
    Delays delays = Delays.of(past.standings());
    assertEquals(2, delays.plans());
    assertEquals(0.5, delays.doneWithin(0), 1e-9);
    assertEquals(1, delays.doneWithin(2), 1e-9);
  }
}
