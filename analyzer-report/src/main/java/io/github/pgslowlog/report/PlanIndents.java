package io.github.pgslowlog.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lines of a plan within limited width. Where they begin as far to the right as in the plan there
 * would be no room for the text of deep nodes, so all levels are drawn together, down to a column
 * each; what is deeper still tells its level as a number.
 *
 * <pre>
 * Nested Loop
 *  -&gt;  Nested Loop
 *   -&gt;  Hash Join
 *   [3] -&gt;  Seq Scan on orders
 *   [4] Filter: (total &gt; $1)
 * </pre>
 */
final class PlanIndents {
  /** By how much the text form of a plan indents a node. */
  private static final int LEVEL = 6;

  private PlanIndents() {}

  /**
   * The lines of a plan, indented by at most so many columns.
   *
   * @param plan lines, the deeper ones indented more
   */
  static List<String> within(String plan, int most) {
    List<String> lines = plan.replace("\t", "    ").lines().filter(l -> !l.isBlank()).toList();
    if (lines.stream().allMatch(line -> indent(line) <= most)) {
      return lines;
    }
    List<Integer> levels = levels(lines);
    int deepest = levels.stream().mapToInt(level -> level).max().orElse(0);
    int columns = Math.max(1, Math.min(LEVEL, most / Math.max(1, deepest)));
    List<String> narrow = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int indent = levels.get(i) * columns;
      String number = indent > most ? "[" + levels.get(i) + "] " : "";
      narrow.add(" ".repeat(Math.min(most, indent)) + number + lines.get(i).strip());
    }
    return narrow;
  }

  /** How many columns of blanks a line begins with. */
  static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Of each line, in how many others it is: those before it that are indented less. */
  private static List<Integer> levels(List<String> lines) {
    List<Integer> levels = new ArrayList<>(lines.size());
    Deque<Integer> outer = new ArrayDeque<>();
    for (String line : lines) {
      int indent = indent(line);
      while (!outer.isEmpty() && outer.peek() >= indent) {
        outer.pop();
      }
      levels.add(outer.size());
      outer.push(indent);
    }
    return levels;
  }
}
