package io.github.pgslowlog.prefix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a template reads off the lines that fit it: one column per field, one row per line.
 *
 * @param columns the values, empty ones included
 * @param messages the text behind the heads
 */
record ColumnValues(Map<PrefixEscape, List<String>> columns, List<String> messages) {
  static ColumnValues of(PrefixTemplate template, List<HeadSample.Head> heads) {
    PrefixMatcher matcher = template.prefix().matcher();
    PrefixFields fields = new PrefixFields();
    Map<PrefixEscape, List<String>> columns = new EnumMap<>(PrefixEscape.class);
    List<String> messages = new ArrayList<>();
    for (PrefixElement element : template.elements()) {
      if (element instanceof PrefixElement.Field field) {
        columns.put(field.escape(), new ArrayList<>());
      }
    }
    for (HeadSample.Head head : heads) {
      byte[] array = head.line().array();
      if (matcher.matchesSession(array, head.line().from(), head.label(), fields)) {
        messages.add(head.message());
        columns.forEach((escape, values) -> values.add(value(array, fields, escape)));
      }
    }
    return new ColumnValues(columns, messages);
  }

  private static String value(byte[] array, PrefixFields fields, PrefixEscape escape) {
    int from = fields.from(escape);
    return new String(array, from, fields.to(escape) - from, StandardCharsets.UTF_8);
  }

  List<String> of(PrefixEscape column) {
    return columns.getOrDefault(column, List.of());
  }

  int rows() {
    return messages.size();
  }

  boolean isConstant(PrefixEscape column) {
    return of(column).stream().distinct().count() == 1;
  }

  /** How many values that are not empty are of a kind, from 0 to 1. */
  double share(PrefixEscape column, Predicate<String> kind) {
    long present = of(column).stream().filter(value -> !value.isEmpty()).count();
    long fitting = of(column).stream().filter(v -> !v.isEmpty() && kind.test(v)).count();
    return present == 0 ? 0 : (double) fitting / present;
  }
}
