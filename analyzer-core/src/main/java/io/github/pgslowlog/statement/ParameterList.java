package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters in a DETAIL section: {@code Parameters: $1 = 'it''s', $2 = NULL}.
 *
 * <p>The word is lower case up to 16, and translated. Quotes are doubled, nothing else is escaped.
 * A section of another kind, such as {@code prepare: PREPARE ...}, has no parameters.
 */
public final class ParameterList {
  private final String text;
  private int position;

  private ParameterList(String text) {
    this.text = text;
  }

  /**
   * Reads a DETAIL section about parameters in any language.
   *
   * @param detail the section
   * @return the values of {@code $1}, {@code $2} and so on, empty for SQL NULL; an empty list if it
   *     is about something else
   */
  public static List<Optional<String>> read(Slice detail) {
    return read(detail, Languages.all());
  }

  /**
   * The section that says as much.
   *
   * @param values of {@code $1}, {@code $2} and so on, empty for SQL NULL
   * @return the section; empty without any value
   */
  public static String write(List<Optional<String>> values) {
    StringBuilder detail = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      detail.append(i == 0 ? "Parameters: $" : ", $").append(i + 1).append(" = ");
      detail.append(values.get(i).map(v -> "'" + v.replace("'", "''") + "'").orElse("NULL"));
    }
    return detail.toString();
  }

  static List<Optional<String>> read(Slice detail, Languages languages) {
    Slice list = languages.parameters(detail);
    return list == null ? List.of() : new ParameterList(list.text()).values();
  }

  private List<Optional<String>> values() {
    List<Optional<String>> values = new ArrayList<>();
    while (skipName()) {
      values.add(value());
    }
    return values;
  }

  /** Passes over {@code , $2 = }. */
  private boolean skipName() {
    int equals = text.indexOf(" = ", position);
    if (equals < 0) {
      return false;
    }
    position = equals + 3;
    return true;
  }

  private Optional<String> value() {
    if (position >= text.length() || text.charAt(position) != '\'') {
      int comma = text.indexOf(',', position);
      position = comma < 0 ? text.length() : comma;
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder();
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '\'') {
        if (position < text.length() && text.charAt(position) == '\'') {
          position++;
        } else {
          break;
        }
      }
      value.append(c);
    }
    return Optional.of(value.toString());
  }
}
