package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Identifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CHECK constraint, or a part of it, that says which values a column may have.
 *
 * <pre>
 * CHECK ((plan = ANY (ARRAY['free'::text, 'pro'::text])))
 * CHECK (((age >= 0) AND (age &lt;= 150)))
 * </pre>
 *
 * @param column the column
 * @param operator {@code =} for a list, else the operator with the column on its left
 * @param values the values allowed, or the one bound
 */
record SimpleCheck(String column, String operator, Set<String> values) {
  /** Longer definitions are not simple. */
  private static final int MAX_CHARACTERS = 10_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          "'((?:[^']|'')*+)'|\"((?:[^\"]|\"\")*+)\"|(-?[0-9]+(?:\\.[0-9]+)?)|([A-Za-z_][A-Za-z0-9_]*+)"
              + "|(::)|(<=|>=|<>|[-+*/~!@#%^&|?<>=]+)|([()\\[\\],])|\\s+|(.)",
          Pattern.DOTALL);

  SimpleCheck {
    values = Set.copyOf(values);
  }

  /** The parts of a definition as {@code pg_get_constraintdef} prints it; none if in doubt. */
  static List<SimpleCheck> of(String definition) {
    if (definition.length() > MAX_CHARACTERS || !definition.startsWith("CHECK (")) {
      return List.of();
    }
    List<Token> tokens = tokens(definition.substring("CHECK ".length()));
    List<SimpleCheck> checks = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    for (Token token : tokens) {
      if (token.isWord("and")) {
        read(part).ifPresent(checks::add);
        part.clear();
      } else {
        part.add(token);
      }
    }
    read(part).ifPresent(checks::add);
    return checks;
  }

  /** Whether no row can have the value: neither a list nor a bound lets it pass. */
  boolean forbids(String value) {
    if (operator.equals("=")) {
      return !values.contains(value);
    }
    Optional<Integer> order = compare(value, values.iterator().next());
    return order.isPresent()
        && switch (operator) {
          case "<" -> order.get() >= 0;
          case "<=" -> order.get() > 0;
          case ">" -> order.get() <= 0;
          case ">=" -> order.get() < 0;
          default -> false;
        };
  }

  /** Whether no row can be less, or greater, than a value; {@code >= 18} forbids {@code < 18}. */
  boolean forbids(String comparison, String value) {
    boolean less = comparison.startsWith("<");
    if (!Set.of("<", "<=", ">", ">=").contains(comparison)) {
      return false;
    }
    if (operator.equals("=")) {
      return values.stream().allMatch(allowed -> fails(compare(allowed, value), comparison));
    }
    String bound = values.iterator().next();
    boolean opposite = operator.startsWith(less ? ">" : "<");
    boolean touching =
        comparison.length() == 1 && compare(value, bound).filter(order -> order == 0).isPresent();
    return opposite && (touching || forbids(value));
  }

  private static boolean fails(Optional<Integer> order, String comparison) {
    return order.isPresent()
        && !switch (comparison) {
          case "<" -> order.get() < 0;
          case "<=" -> order.get() <= 0;
          case ">" -> order.get() > 0;
          default -> order.get() >= 0;
        };
  }

  private static Optional<Integer> compare(String one, String other) {
    String number = "-?[0-9]{1,40}(\\.[0-9]{1,40})?";
    return one.matches(number) && other.matches(number)
        ? Optional.of(new BigDecimal(one).compareTo(new BigDecimal(other)))
        : Optional.empty();
  }

  // --- reading

  private record Token(String text, Kind kind) {
    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }
  }

  private enum Kind {
    STRING,
    NUMBER,
    NAME,
    WORD,
    SYMBOL
  }

  /** Tokens without casts and parentheses; none where they could mean more than grouping. */
  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    boolean cast = false;
    boolean bracket = false;
    while (matcher.find()) {
      Optional<Token> token = token(matcher);
      if (matcher.group(8) != null) {
        return List.of();
      }
      if (matcher.group(5) != null) {
        cast = true;
        continue;
      }
      if (token.isEmpty()) {
        continue;
      }
      boolean ofType = cast && isOfType(token.get(), bracket);
      bracket = ofType && token.get().is("[");
      cast = ofType;
      if (!ofType) {
        tokens.add(token.get());
      }
    }
    return grouped(tokens);
  }

  private static Optional<Token> token(Matcher matcher) {
    if (matcher.group(1) != null) {
      return Optional.of(new Token(matcher.group(1).replace("''", "'"), Kind.STRING));
    }
    if (matcher.group(2) != null) {
      return Optional.of(new Token(matcher.group(2).replace("\"\"", "\""), Kind.NAME));
    }
    if (matcher.group(3) != null) {
      return Optional.of(new Token(matcher.group(3), Kind.NUMBER));
    }
    if (matcher.group(4) != null) {
      return Optional.of(new Token(matcher.group(4), Kind.WORD));
    }
    String symbol = matcher.group(6) != null ? matcher.group(6) : matcher.group(7);
    return symbol == null ? Optional.empty() : Optional.of(new Token(symbol, Kind.SYMBOL));
  }

  private static final Set<String> TYPES =
      Set.of("text", "character", "varying", "numeric", "integer", "bigint", "smallint");

  /** {@code character varying[]}: brackets of a type have nothing between them. */
  private static boolean isOfType(Token token, boolean bracket) {
    return token.kind() == Kind.WORD && TYPES.contains(token.text())
        || token.is("[")
        || token.is("]") && bracket;
  }

  private static List<Token> grouped(List<Token> tokens) {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean call =
          i > 0
              && token.is("(")
              && (tokens.get(i - 1).kind() == Kind.WORD || tokens.get(i - 1).kind() == Kind.NAME)
              && !tokens.get(i - 1).isWord("any")
              && !tokens.get(i - 1).isWord("and");
      if (call || token.isWord("or") || token.isWord("not") || token.isWord("is")) {
        return List.of();
      }
      if (!token.is("(") && !token.is(")")) {
        kept.add(token);
      }
    }
    return kept;
  }

  /** {@code column operator value}, or {@code column = ANY ARRAY [value, ...]}. */
  private static Optional<SimpleCheck> read(List<Token> part) {
    if (part.size() < 3 || !isColumn(part.get(0)) || part.get(1).kind() != Kind.SYMBOL) {
      return Optional.empty();
    }
    String column =
        part.get(0).kind() == Kind.WORD ? Identifier.name(part.get(0).text()) : part.get(0).text();
    String operator = part.get(1).text();
    if (part.size() == 3 && isValue(part.get(2))) {
      return Set.of("=", "<", "<=", ">", ">=").contains(operator)
          ? Optional.of(new SimpleCheck(column, operator, Set.of(part.get(2).text())))
          : Optional.empty();
    }
    boolean list =
        operator.equals("=")
            && part.size() >= 6
            && part.get(2).isWord("any")
            && part.get(3).isWord("array")
            && part.get(4).is("[")
            && part.get(part.size() - 1).is("]");
    return list ? list(column, part.subList(5, part.size() - 1)) : Optional.empty();
  }

  private static Optional<SimpleCheck> list(String column, List<Token> elements) {
    Set<String> values = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      boolean fits = i % 2 == 0 ? isValue(elements.get(i)) : elements.get(i).is(",");
      if (!fits) {
        return Optional.empty();
      }
      if (i % 2 == 0) {
        values.add(elements.get(i).text());
      }
    }
    return Optional.of(new SimpleCheck(column, "=", values));
  }

  private static boolean isColumn(Token token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.NAME;
  }

  private static boolean isValue(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER;
  }
}
