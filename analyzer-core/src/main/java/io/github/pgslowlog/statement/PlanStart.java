package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Finds where a plan in text form starts.
 *
 * <p>Nothing marks the end of a query text of several lines. The first line of a plan is not
 * indented, starts with the name of a node and shows its costs; where costs are hidden, the name
 * has to do. Source: {@code ExplainNode()} in the server's explain.c.
 */
final class PlanStart {
  private static final byte[] COST = ascii("  (cost=");
  private static final byte[][] NODES = {
    ascii("Append"),
    ascii("Aggregate"),
    ascii("Async "),
    ascii("Bitmap Heap Scan on "),
    ascii("BitmapAnd"),
    ascii("BitmapOr"),
    ascii("CTE Scan on "),
    ascii("Custom Scan ("),
    ascii("Delete on "),
    ascii("Finalize "),
    ascii("Foreign Scan"),
    ascii("Function Scan on "),
    ascii("Gather"),
    ascii("Group"),
    ascii("Hash"),
    ascii("Incremental Sort"),
    ascii("Index Only Scan "),
    ascii("Index Scan "),
    ascii("Insert on "),
    ascii("Limit"),
    ascii("LockRows"),
    ascii("Materialize"),
    ascii("Memoize"),
    ascii("Merge "),
    ascii("MixedAggregate"),
    ascii("Nested Loop"),
    ascii("Parallel "),
    ascii("Partial "),
    ascii("ProjectSet"),
    ascii("Recursive Union"),
    ascii("Result"),
    ascii("Sample Scan on "),
    ascii("Seq Scan on "),
    ascii("SetOp"),
    ascii("Sort"),
    ascii("Subquery Scan on "),
    ascii("Table Function Scan on "),
    ascii("Tid "),
    ascii("Unique"),
    ascii("Update on "),
    ascii("Values Scan on "),
    ascii("WindowAgg"),
    ascii("WorkTable Scan on "),
  };

  private PlanStart() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Offset of the plan's first line, or the length if there is none. */
  static int find(Slice text) {
    int byName = text.length();
    for (int line = nextLine(text, 0); line < text.length(); line = nextLine(text, line)) {
      int end = lineEnd(text, line);
      if (isUpperCase(text, line) && startsWithNode(text, line)) {
        if (hasCost(text, line, end)) {
          return line;
        }
        byName = byName == text.length() && isWholeNode(text, line, end) ? line : byName;
      } else if (isUpperCase(text, line) && hasCost(text, line, end)) {
        return line;
      }
    }
    return byName;
  }

  /** Without costs, the line must end there, or go on with the measured times. */
  private static boolean isWholeNode(Slice text, int line, int end) {
    Slice node = text.between(line, end);
    int paren = node.text().indexOf("  (actual ");
    String head = paren < 0 ? node.text() : node.text().substring(0, paren);
    return head.indexOf(';') < 0 && head.indexOf('\'') < 0 && head.length() < 300;
  }

  static int nextLine(Slice text, int from) {
    return Math.min(text.length(), lineEnd(text, from) + 1);
  }

  static int lineEnd(Slice text, int from) {
    int i = text.from() + from;
    while (i < text.to() && text.array()[i] != '\n') {
      i++;
    }
    return i - text.from();
  }

  private static boolean isUpperCase(Slice text, int offset) {
    byte c = text.array()[text.from() + offset];
    return c >= 'A' && c <= 'Z';
  }

  private static boolean startsWithNode(Slice text, int line) {
    for (byte[] node : NODES) {
      if (text.startsWithAt(line, node)) {
        return true;
      }
    }
    return false;
  }

  /** {@code (cost=0.00..1.50 rows=}: two spaces before it, digits and two dots within. */
  private static boolean hasCost(Slice text, int line, int end) {
    for (int i = line; i + COST.length < end; i++) {
      if (text.startsWithAt(i, COST)) {
        return isCost(text, i + COST.length, end);
      }
    }
    return false;
  }

  private static boolean isCost(Slice text, int from, int end) {
    byte[] b = text.array();
    int i = text.from() + from;
    int dots = 0;
    while (i < text.from() + end && (b[i] >= '0' && b[i] <= '9' || b[i] == '.')) {
      dots += b[i] == '.' ? 1 : 0;
      i++;
    }
    return dots == 4 && i < text.from() + end && b[i] == ' ';
  }
}
