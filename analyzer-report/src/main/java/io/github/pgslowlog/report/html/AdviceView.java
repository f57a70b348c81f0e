package io.github.pgslowlog.report.html;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The sixth section: what to do. */
final class AdviceView {
  /** More than anybody does at once; the JSON report has all. */
  static final int MOST = 100;

  /** Characters of a statement; names have at most 63 each. */
  private static final int LONGEST = 2_000;

  private static final int LONGEST_PART = 300;

  private final Ties ties;
  private final PageRoom room;
  private final List<Recommendation> all;

  AdviceView(Ties ties, PageRoom room) {
    this.ties = ties;
    this.room = room;
    this.all = ties.analysis.recommendations();
  }

  /** A statement, or the beginning of one. */
  record Sql(String text, boolean whole) {}

  /** Recommendations of one kind, and what is to be checked before any of them. */
  record Group(String name, List<String> common, List<AdviceCard> cards) {}

  boolean any() {
    return !all.isEmpty();
  }

  boolean planned() {
    return !ties.analysis.advice().basis().isEmpty();
  }

  String basis() {
    return ties.analysis.advice().basis();
  }

  List<String> problems() {
    return Messages.first(
        ties.analysis.advice().problems().stream().map(Problem::message).toList());
  }

  /** A statement to copy: shown in part where it is too long for a page, and not to be copied. */
  Sql sql(String statement) {
    boolean whole = statement.length() <= LONGEST && room.has(statement);
    return new Sql(whole ? statement : Excerpt.of(statement, LONGEST_PART), whole);
  }

  int further() {
    return Math.max(0, all.size() - MOST);
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Action action : Action.values()) {
      List<Integer> some =
          IntStream.range(0, Math.min(MOST, all.size()))
              .filter(i -> all.get(i).action() == action)
              .boxed()
              .toList();
      if (!some.isEmpty()) {
        groups.add(group(action, some));
      }
    }
    return groups;
  }

  private Group group(Action action, List<Integer> some) {
    List<String> common = some.size() == 1 ? List.of() : common(some);
    List<AdviceCard> cards =
        some.stream().map(i -> new AdviceCard(ties, all.get(i), i + 1, common)).toList();
    return new Group(heading(action), common, cards);
  }

  /** What holds for all of them is told once. */
  private List<String> common(List<Integer> some) {
    List<String> common = new ArrayList<>(AdviceCard.caveats(all.get(some.get(0))));
    some.forEach(i -> common.retainAll(AdviceCard.caveats(all.get(i))));
    return common;
  }

  private String heading(Action action) {
    return switch (action) {
      case CREATE -> planned() ? "Indexes to create" : "Candidate indexes";
      case DROP -> "Indexes to drop";
      case STATISTICS -> "Statistics to create";
      case SETTING -> "Settings to change";
      case CONSTRAINT -> "Constraints to change";
      case REWRITE -> "Statements to rewrite";
    };
  }
}
