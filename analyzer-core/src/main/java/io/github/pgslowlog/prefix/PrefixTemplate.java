package io.github.pgslowlog.prefix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a prefix, read off one head: where values are and what they look like, not yet which
 * they are.
 *
 * <p>Values whose field no key word tells stand for any free field of their syntax, so that the
 * shape is a prefix and {@link PrefixMatcher} tries it on other lines.
 *
 * @param elements the pieces
 * @param certain the fields that key words or their syntax alone tell
 */
record PrefixTemplate(List<PrefixElement> elements, Set<PrefixEscape> certain) {
  private static final Map<FieldSyntax, List<PrefixEscape>> FIELDS =
      Map.ofEntries(
          Map.entry(FieldSyntax.MILLISECONDS, List.of(PrefixEscape.TIME_MILLISECONDS)),
          Map.entry(FieldSyntax.SECONDS, List.of(PrefixEscape.TIME, PrefixEscape.SESSION_START)),
          Map.entry(FieldSyntax.EPOCH, List.of(PrefixEscape.TIME_EPOCH)),
          Map.entry(FieldSyntax.SESSION, List.of(PrefixEscape.SESSION)),
          Map.entry(FieldSyntax.VIRTUAL_TRANSACTION, List.of(PrefixEscape.VIRTUAL_TRANSACTION)),
          Map.entry(FieldSyntax.SQLSTATE, List.of(PrefixEscape.SQLSTATE)),
          Map.entry(FieldSyntax.REMOTE, List.of(PrefixEscape.REMOTE, PrefixEscape.HOST)),
          Map.entry(
              FieldSyntax.WORD,
              List.of(PrefixEscape.HOST, PrefixEscape.LOCAL_ADDRESS, PrefixEscape.REMOTE)),
          Map.entry(FieldSyntax.SIGNED, List.of(PrefixEscape.QUERY)),
          Map.entry(FieldSyntax.OPTIONAL_DIGITS, List.of(PrefixEscape.LEADER)),
          Map.entry(
              FieldSyntax.DIGITS,
              List.of(
                  PrefixEscape.PROCESS,
                  PrefixEscape.LINE,
                  PrefixEscape.TRANSACTION,
                  PrefixEscape.QUERY,
                  PrefixEscape.LEADER)),
          Map.entry(
              FieldSyntax.TEXT,
              List.of(
                  PrefixEscape.USER,
                  PrefixEscape.DATABASE,
                  PrefixEscape.APPLICATION,
                  PrefixEscape.COMMAND,
                  PrefixEscape.BACKEND_TYPE)));

  PrefixTemplate {
    elements = List.copyOf(elements);
    certain = Set.copyOf(certain);
  }

  /** Empty if there are more values of a syntax than fields. */
  static Optional<PrefixTemplate> of(List<HeadToken> tokens) {
    Set<PrefixEscape> used = EnumSet.noneOf(PrefixEscape.class);
    for (HeadToken token : tokens) {
      if (token.escape() != null && !used.add(token.escape())) {
        return Optional.empty();
      }
    }
    Set<PrefixEscape> certain = EnumSet.copyOf(used.isEmpty() ? Set.of(PrefixEscape.STOP) : used);
    List<PrefixElement> elements = new ArrayList<>();
    for (HeadToken token : tokens) {
      if (token.isLiteral()) {
        addLiteral(elements, token.text());
        continue;
      }
      PrefixEscape escape = token.escape() != null ? token.escape() : free(token, used);
      if (escape == null) {
        return Optional.empty();
      }
      used.add(escape);
      elements.add(new PrefixElement.Field(escape, token.padding()));
    }
    return Optional.of(new PrefixTemplate(elements, certain));
  }

  private static void addLiteral(List<PrefixElement> elements, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    elements.add(new PrefixElement.Literal(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static @Nullable PrefixEscape free(HeadToken token, Set<PrefixEscape> used) {
    List<PrefixEscape> fields = new ArrayList<>(FIELDS.getOrDefault(token.syntax(), List.of()));
    if (token.isText() && token.text().indexOf(' ') > 0) {
      Collections.reverse(fields); // matchers expect no blanks in users and databases
    }
    return fields.stream().filter(field -> !used.contains(field)).findFirst().orElse(null);
  }

  LogLinePrefix prefix() {
    return LogLinePrefix.of(elements);
  }

  /** Fields of the template in order whose syntax leaves open which they are. */
  List<PrefixEscape> open(FieldSyntax... syntaxes) {
    List<PrefixEscape> open = new ArrayList<>();
    for (PrefixElement element : elements) {
      if (element instanceof PrefixElement.Field field
          && !certain.contains(field.escape())
          && List.of(syntaxes).contains(field.escape().syntax())) {
        open.add(field.escape());
      }
    }
    return open;
  }

  /** Whether any value but a name shows that a server wrote the line. */
  boolean isTelling() {
    return !certain.equals(Set.of(PrefixEscape.STOP))
        || elements.stream()
            .anyMatch(
                element ->
                    element instanceof PrefixElement.Field field
                        && field.escape().syntax() != FieldSyntax.TEXT);
  }

  /** {@code %c-%u}: where a dash divides a value from a name, it divides names as well. */
  boolean hasDashBeforeName() {
    for (int i = 1; i + 1 < elements.size(); i++) {
      if (elements.get(i).format().equals("-")
          && !isName(elements.get(i - 1))
          && isName(elements.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(PrefixElement element) {
    return element instanceof PrefixElement.Field field
        && field.escape().syntax() == FieldSyntax.TEXT;
  }

  /** The name that a dash divides from a field, as in {@code %a-%l}. */
  Optional<PrefixEscape> nameBeforeDash(PrefixEscape escape) {
    for (int i = 2; i < elements.size(); i++) {
      if (elements.get(i) instanceof PrefixElement.Field field
          && field.escape() == escape
          && field.padding() == 0
          && elements.get(i - 1).format().equals("-")
          && isName(elements.get(i - 2))) {
        return Optional.of(((PrefixElement.Field) elements.get(i - 2)).escape());
      }
    }
    return Optional.empty();
  }

  /** The same with a name that goes on to the end of a field behind it. */
  PrefixTemplate withoutSuffix(PrefixEscape suffix) {
    List<PrefixElement> joined = new ArrayList<>(elements);
    for (int i = joined.size() - 1; i > 1; i--) {
      if (joined.get(i) instanceof PrefixElement.Field field && field.escape() == suffix) {
        joined.subList(i - 1, i + 1).clear();
      }
    }
    return new PrefixTemplate(joined, certain);
  }

  String literalBehind(PrefixEscape escape) {
    return literal(escape, 1);
  }

  String literalBefore(PrefixEscape escape) {
    return literal(escape, -1);
  }

  private String literal(PrefixEscape escape, int offset) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof PrefixElement.Field field && field.escape() == escape) {
        int at = i + offset;
        boolean inside = at >= 0 && at < elements.size();
        return inside && elements.get(at) instanceof PrefixElement.Literal literal
            ? literal.text()
            : "";
      }
    }
    return "";
  }
}
