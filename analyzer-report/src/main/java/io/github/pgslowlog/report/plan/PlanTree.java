package io.github.pgslowlog.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans in JSON as a tree of lines, much like the text form of the same plan: a line for a node
 * with its costs, below it what else is known of it, its children indented. What is zero or false
 * is left out. Source: {@code ExplainNode()} in the server's explain.c.
 *
 * <pre>
 * Limit  (cost=0.42..8.44 rows=1 width=40) (actual time=0.020..0.021 rows=1 loops=1)
 *   Buffers: shared hit=4
 *   -&gt;  Index Scan using orders_pkey on orders o  (cost=0.42..8.44 rows=1 width=40)
 *         Index Cond: (id = $1)
 * </pre>
 */
public final class PlanTree {
  /** What the line of a node tells, and what is not told. */
  private static final Set<String> TOLD =
      Set.of(
          "Actual Loops",
          "Actual Rows",
          "Actual Startup Time",
          "Actual Total Time",
          "Alias",
          "CTE Name",
          "Command",
          "Function Name",
          "Index Name",
          "Join Type",
          "Node Type",
          "Operation",
          "Parallel Aware",
          "Parent Relationship",
          "Partial Mode",
          "Plan Rows",
          "Plan Width",
          "Plans",
          "Relation Name",
          "Scan Direction",
          "Schema",
          "Startup Cost",
          "Strategy",
          "Subplan Name",
          "Total Cost",
          "Tuplestore Name");

  private static final Map<String, String> AGGREGATES =
      Map.of("Sorted", "GroupAggregate", "Hashed", "HashAggregate", "Mixed", "MixedAggregate");

  private static final List<String> BUFFERS = List.of("Shared", "Local", "Temp");
  private static final List<String> BLOCKS = List.of("Hit", "Read", "Dirtied", "Written");

  private final StringBuilder out = new StringBuilder();

  private PlanTree() {}

  /**
   * Writes a plan as a tree.
   *
   * @param json the plan in JSON, masked or not, as auto_explain wrote it
   * @return lines; empty if it is not the JSON of a plan
   */
  public static Optional<String> of(String json) {
    return JsonPlan.read(json)
        .filter(plan -> plan.object("Plan").isPresent())
        .map(plan -> new PlanTree().lines(plan));
  }

  private String lines(JsonPlan plan) {
    plan.object("Plan").ifPresent(root -> node(root, 0, ""));
    plan.fields().forEach(this::besides);
    return out.toString().stripTrailing();
  }

  /** What is told of the whole: settings, triggers, compilation. */
  private void besides(String name, Object value) {
    if (!Set.of("Plan", "Query Text", "Query Parameters").contains(name)) {
      property(0, name, value);
    }
  }

  private void node(JsonPlan node, int indent, String arrow) {
    line(indent, arrow + name(node) + costs(node) + actual(node));
    int inner = indent + arrow.length() + 2;
    node.fields().forEach((name, value) -> detail(inner, name, value));
    buffers(node).ifPresent(buffers -> line(inner, "Buffers: " + buffers));
    for (JsonPlan child : node.objects("Plans")) {
      String subplan = child.text("Subplan Name");
      if (!subplan.isEmpty()) {
        line(inner, subplan);
      }
      node(child, subplan.isEmpty() ? inner : inner + 2, "->  ");
    }
  }

  private void detail(int indent, String name, Object value) {
    if (!TOLD.contains(name) && !isBlocks(name)) {
      property(indent, name, value);
    }
  }

  private void property(int indent, String name, Object value) {
    String words = JsonPlan.words(value);
    if (!words.matches("0(\\.0+)?|false|")) {
      line(indent, name + ": " + words);
    }
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(oneLine(text)).append('\n');
  }

  /** Line breaks, with the blanks around them, are a blank. Names and texts may hold many. */
  private static String oneLine(String text) {
    return text.indexOf('\n') < 0
        ? text
        : text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
  }

  // --- the line of a node

  private static String name(JsonPlan node) {
    String parallel = node.text("Parallel Aware").equals("true") ? "Parallel " : "";
    String backward = node.text("Scan Direction").equals("Backward") ? " Backward" : "";
    return parallel + type(node) + backward + index(node) + object(node);
  }

  private static String type(JsonPlan node) {
    String type = node.text("Node Type");
    return switch (type) {
      case "Aggregate" -> partial(node) + AGGREGATES.getOrDefault(node.text("Strategy"), type);
      case "ModifyTable" -> node.text("Operation").isEmpty() ? type : node.text("Operation");
      case "Foreign Scan" -> foreign(type, node.text("Operation"));
      case "SetOp" ->
          (node.text("Strategy").equals("Hashed") ? "Hash" : "")
              + type
              + " "
              + node.text("Command");
      case "Hash Join", "Merge Join", "Nested Loop" -> join(type, node.text("Join Type"));
      default -> type;
    };
  }

  /** {@code Foreign Update}: the other server changes the rows itself. */
  private static String foreign(String type, String operation) {
    return operation.isEmpty() || operation.equals("Select") ? type : "Foreign " + operation;
  }

  private static String partial(JsonPlan node) {
    String mode = node.text("Partial Mode");
    return mode.isEmpty() || mode.equals("Simple") ? "" : mode + " ";
  }

  /** {@code Hash Left Join}, {@code Nested Loop Left Join}. */
  private static String join(String type, String kind) {
    return kind.isEmpty() || kind.equals("Inner")
        ? type
        : type.replace(" Join", "") + " " + kind + " Join";
  }

  private static String index(JsonPlan node) {
    String index = node.text("Index Name");
    if (index.isEmpty()) {
      return "";
    }
    return (node.text("Node Type").equals("Bitmap Index Scan") ? " on " : " using ") + index;
  }

  /** {@code on public.orders o}. */
  private static String object(JsonPlan node) {
    String name = "";
    for (String kind : List.of("Relation Name", "Function Name", "CTE Name", "Tuplestore Name")) {
      name = name.isEmpty() ? node.text(kind) : name;
    }
    String alias = node.text("Alias");
    if (name.isEmpty()) {
      return alias.isEmpty() ? "" : " on " + alias;
    }
    String schema = node.text("Schema");
    return " on "
        + (schema.isEmpty() ? "" : schema + ".")
        + name
        + (alias.isEmpty() || alias.equals(name) ? "" : " " + alias);
  }

  private static String costs(JsonPlan node) {
    return node.text("Total Cost").isEmpty()
        ? ""
        : "  (cost=%s..%s rows=%s width=%s)"
            .formatted(
                node.text("Startup Cost"),
                node.text("Total Cost"),
                node.text("Plan Rows"),
                node.text("Plan Width"));
  }

  private static String actual(JsonPlan node) {
    String loops = node.text("Actual Loops");
    if (loops.isEmpty()) {
      return "";
    }
    if (loops.matches("0(\\.0+)?")) {
      return " (never executed)";
    }
    String time =
        node.text("Actual Total Time").isEmpty()
            ? ""
            : "time="
                + node.text("Actual Startup Time")
                + ".."
                + node.text("Actual Total Time")
                + " ";
    return " (actual " + time + "rows=" + node.text("Actual Rows") + " loops=" + loops + ")";
  }

  // --- pages read and written

  private static boolean isBlocks(String name) {
    return name.matches("(Shared|Local|Temp) (Hit|Read|Dirtied|Written) Blocks");
  }

  /** {@code shared hit=3 read=2, temp written=7}. */
  private static Optional<String> buffers(JsonPlan node) {
    List<String> kinds = new ArrayList<>();
    for (String kind : BUFFERS) {
      List<String> counts = new ArrayList<>();
      for (String what : BLOCKS) {
        String count = node.text(kind + " " + what + " Blocks");
        if (!count.isEmpty() && !count.equals("0")) {
          counts.add(what.toLowerCase(Locale.ROOT) + "=" + count);
        }
      }
      if (!counts.isEmpty()) {
        kinds.add(kind.toLowerCase(Locale.ROOT) + " " + String.join(" ", counts));
      }
    }
    return kinds.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kinds));
  }
}
