package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.workload.ColumnPairUsage;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import io.github.pgslowlog.workload.ExpressionUsage;
import io.github.pgslowlog.workload.JoinEdge;
import io.github.pgslowlog.workload.PatternColumn;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What statements use columns for. */
final class SavedUsage {
  private SavedUsage() {}

  // --- names

  private static Optional<TableName> optionalTable(Saved named) {
    return named
        .optionalText("table")
        .map(table -> new TableName(named.optionalText("schema").orElse(""), table));
  }

  static TableName table(Saved named) {
    return optionalTable(named).orElseThrow(() -> named.field("table").expected("a table"));
  }

  /** {@code schema.name}, or the name alone. */
  static TableName tableOfText(Saved table) {
    String text = table.text();
    int dot = text.indexOf('.');
    return dot < 0
        ? new TableName("", text)
        : new TableName(text.substring(0, dot), text.substring(dot + 1));
  }

  private static Role role(Saved role) {
    return role.oneOf(Role.values(), Role::word);
  }

  // --- of one pattern

  static PatternColumn use(Saved use) {
    return new PatternColumn(
        optionalTable(use),
        use.field("candidates").list(SavedUsage::tableOfText),
        use.field("column").text(),
        role(use.field("role")),
        use.optionalText("expression"),
        use.optionalText("operator"),
        use.optional("sargable", sargable -> sargability(sargable, use.field("reason"))),
        use.optionalText("partner"),
        use.optional("descending", descending -> order(descending, use.field("nulls"))));
  }

  private static Sargability sargability(Saved sargable, Saved reason) {
    return sargable.flag()
        ? Sargability.SARGABLE
        : reason.oneOf(Sargability.values(), Sargability::words);
  }

  private static PatternColumn.Order order(Saved descending, Saved nulls) {
    return new PatternColumn.Order(
        descending.flag(),
        nulls.oneOf(SortKey.Nulls.values(), n -> n.name().toLowerCase(Locale.ROOT)));
  }

  // --- of all

  static ColumnUsage column(Saved usage) {
    return new ColumnUsage(
        optionalTable(usage),
        usage.field("candidates").list(SavedUsage::tableOfText),
        usage.field("column").text(),
        usage.optional("evidence", SavedUsage::evidence).orElse(Evidence.STATEMENT),
        roles(usage.field("roles")));
  }

  private static Evidence evidence(Saved evidence) {
    return evidence.oneOf(Evidence.values(), e -> e.name().toLowerCase(Locale.ROOT));
  }

  private static Map<Role, RoleUsage> roles(Saved roles) {
    Map<String, Saved> byWord = roles.map(usage -> usage);
    Map<Role, RoleUsage> usages = new EnumMap<>(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> byWord.containsKey(role.word()))
        .forEach(role -> usages.put(role, usage(roles.field(role.word()))));
    return usages;
  }

  private static RoleUsage usage(Saved usage) {
    return new RoleUsage(
        usage.wholeOrZero("patterns"), usage.field("calls").whole(), usage.field("ms").micros());
  }

  static ExpressionUsage expression(Saved usage) {
    return new ExpressionUsage(
        table(usage),
        usage.field("columns").list(Saved::text),
        usage.field("expression").text(),
        roles(usage.field("roles")));
  }

  static ColumnPairUsage pair(Saved pair) {
    SortedMap<ColumnPairUsage.Roles, RoleUsage> roles = new TreeMap<>();
    List<Saved> usages = pair.field("roles").list(usage -> usage);
    for (Saved usage : usages) {
      roles.put(
          new ColumnPairUsage.Roles(role(usage.field("first")), role(usage.field("second"))),
          usage(usage));
    }
    RoleUsage all = usage(pair);
    return new ColumnPairUsage(
        table(pair),
        pair.field("first").text(),
        pair.field("second").text(),
        roles,
        all.patterns(),
        all.calls(),
        all.micros());
  }

  static JoinEdge join(Saved edge) {
    RoleUsage all = usage(edge);
    return new JoinEdge(
        table(edge.field("left")),
        table(edge.field("right")),
        edge.field("columns")
            .list(
                pair ->
                    new JoinEdge.ColumnPair(pair.field("left").text(), pair.field("right").text())),
        all.patterns(),
        all.calls(),
        all.micros());
  }
}
