package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The patterns that samples show for the right side of LIKE and its kin.
 *
 * <p>A pattern put together, {@code '%' || $1}, is read as far as its parts are known; {@code
 * lower($1)} has the wildcards of its argument.
 */
final class PatternTexts {
  /** Stands for a part that is not known; no wildcard, and no letter. */
  private static final String UNKNOWN_PART = "\u0001";

  private static final char BACKSLASH = '\\';
  private static final Set<String> SAME_WILDCARDS = Set.of("lower", "upper", "unaccent", "trim");

  private final PatternSamples samples;

  PatternTexts(PatternSamples samples) {
    this.samples = samples;
  }

  /** A pattern, and the character that makes a wildcard plain. */
  record Escaped(String text, char escape) {}

  /** The patterns, those seen most often first; empty if none is known. */
  List<Escaped> of(Expression pattern) {
    if (pattern instanceof Expression.Call call
        && call.name().equals("like_escape")
        && call.arguments().size() == 2) {
      char escape = escape(call.arguments().get(1));
      return texts(call.arguments().get(0)).stream().map(t -> new Escaped(t, escape)).toList();
    }
    return texts(pattern).stream().map(text -> new Escaped(text, BACKSLASH)).toList();
  }

  private char escape(Expression value) {
    List<String> seen = texts(value);
    return seen.isEmpty() || seen.get(0).isEmpty() ? BACKSLASH : seen.get(0).charAt(0);
  }

  private List<String> texts(Expression pattern) {
    List<Expression> parts = parts(pattern);
    if (parts.isEmpty()) {
      return List.of();
    }
    List<String> first = seen(parts.get(0));
    StringBuilder rest = new StringBuilder();
    for (Expression part : parts.subList(1, parts.size())) {
      List<String> some = seen(part);
      rest.append(some.isEmpty() ? UNKNOWN_PART : some.get(0));
    }
    return first.stream().map(text -> text + rest).toList();
  }

  /** The operands of a chain of {@code ||}, or of concat. */
  private static List<Expression> parts(Expression pattern) {
    List<Expression> parts = new ArrayList<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.push(pattern);
    while (!open.isEmpty()) {
      Expression next = open.pop();
      if (next instanceof Expression.Operation operation
          && operation.operator().equals("||")
          && operation.left().isPresent()) {
        open.push(operation.right());
        open.push(operation.left().get());
      } else if (next instanceof Expression.Cast cast) {
        open.push(cast.operand());
      } else if (next instanceof Expression.Call call && isTransparent(call)) {
        for (int i = call.arguments().size() - 1; i >= 0; i--) {
          open.push(call.arguments().get(i));
        }
      } else {
        parts.add(next);
      }
    }
    return parts;
  }

  private static boolean isTransparent(Expression.Call call) {
    boolean one = call.arguments().size() == 1 && SAME_WILDCARDS.contains(call.name());
    return one || call.name().equals("concat");
  }

  private List<String> seen(Expression part) {
    if (part instanceof Expression.Value value) {
      return texts(samples.value(value.number()));
    }
    if (part instanceof Expression.ArrayOf array && array.elements().size() == 1) {
      return seen(array.elements().get(0));
    }
    return part instanceof Expression.ValueList list
        ? texts(samples.list(list.number()))
        : List.of();
  }

  private static List<String> texts(ConstantCounts counts) {
    return counts.most().stream().map(ConstantCounts.Seen::text).toList();
  }
}
