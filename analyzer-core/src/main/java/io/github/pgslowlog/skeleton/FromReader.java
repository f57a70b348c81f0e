package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.AliasContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.FromItemContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.FromListContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.InsideContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ItemContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.JoinPartContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.ListContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.SourceContext;
import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.FromItem.JoinKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What stands in FROM: tables, functions, sub-selects and their aliases. */
final class FromReader {
  /** Words behind a table that are no alias. */
  private static final Set<String> NO_ALIASES = Set.of("tablesample", "materialized");

  private static final FromItem.Function UNKNOWN = new FromItem.Function(List.of(), Alias.NONE);

  private final QueryReader queries;
  private final ExpressionReader expressions;
  private final Set<String> qualifiers;

  FromReader(QueryReader queries, ExpressionReader expressions, Set<String> qualifiers) {
    this.queries = queries;
    this.expressions = expressions;
    this.qualifiers = qualifiers;
  }

  List<FromItem> list(FromListContext list) {
    return list.fromItem().stream()
        .map(item -> joined(item).toItem())
        .filter(item -> !item.equals(UNKNOWN))
        .toList();
  }

  /** Reads a chain of joins. */
  JoinBuilder joined(FromItemContext item) {
    JoinBuilder joins = new JoinBuilder(optional(item.source()));
    for (JoinPartContext part : item.joinPart()) {
      if (part.JOIN() != null) {
        String words = part.JOIN().getText();
        joins.join(optional(part.source()), kind(words), words.startsWith("NATURAL"));
      } else if (part.ON() != null) {
        joins.on(expressions.condition(part.condition()));
      } else {
        joins.using(names(expressions.condition(part.condition())), alias(part.alias()));
      }
    }
    return joins;
  }

  private static JoinKind kind(String words) {
    for (JoinKind kind : JoinKind.values()) {
      if (words.contains(kind.name())) {
        return kind;
      }
    }
    return JoinKind.INNER;
  }

  private static List<String> names(Expression columns) {
    List<Expression> elements =
        columns instanceof Expression.Row row ? row.elements() : List.of(columns);
    return elements.stream()
        .filter(Expression.ColumnName.class::isInstance)
        .map(column -> ((Expression.ColumnName) column).name())
        .toList();
  }

  private FromItem optional(SourceContext source) {
    return source == null ? UNKNOWN : source(source);
  }

  // --- sources

  FromItem source(SourceContext source) {
    PieceCursor rest = new PieceCursor(Piece.of(source.piece()));
    if (source.subquery() != null) {
      return new FromItem.Derived(
          queries.query(source.subquery().statement()),
          source.LATERAL() != null,
          alias(source, rest));
    }
    if (source.fromList() != null) {
      return grouped(list(source.fromList()), alias(source, rest));
    }
    if (source.NAME() == null) {
      return UNKNOWN;
    }
    List<String> names = ((SkeletonToken) source.NAME().getSymbol()).names();
    return rest.is(SqlSkeleton.OPEN) || rest.isSubquery()
        ? function(names, rest, source)
        : table(names, alias(source, rest));
  }

  static FromItem.Table table(List<String> names, Alias alias) {
    int last = names.size() - 1;
    return new FromItem.Table(last > 0 ? names.get(last - 1) : "", names.get(last), alias);
  }

  /** The table of {@code t FOR PORTION OF period FROM ... TO ... AS alias}. */
  FromItem.Table target(SourceContext source, ListContext period) {
    FromItem.Table table = target(source);
    for (ItemContext item : period.item()) {
      for (int i = 0; i < item.infill().size(); i++) {
        Optional<String> name = first(item.condition(i + 1));
        if (item.infill(i).AS() != null && name.isPresent()) {
          return new FromItem.Table(table.schema(), table.name(), new Alias(name.get(), List.of()));
        }
      }
    }
    return table;
  }

  /** The table that a command writes. */
  FromItem.Table target(SourceContext source) {
    FromItem item = source(source);
    while (item instanceof FromItem.Join join) {
      item = join.left();
    }
    return item instanceof FromItem.Table table ? table : new FromItem.Table("", "", Alias.NONE);
  }

  private FromItem function(List<String> names, PieceCursor rest, SourceContext source) {
    Optional<InsideContext> inside = Optional.empty();
    if (rest.is(SqlSkeleton.OPEN)) {
      inside = Optional.of(rest.peekGroup().inside());
    }
    String name = names.get(names.size() - 1);
    Optional<ColumnReader> columns =
        inside.flatMap(arguments -> ColumnReader.of(name, arguments, expressions));
    if (columns.isPresent()) {
      rest.skip();
      Alias alias = alias(source, rest);
      List<String> own = alias.columns().isEmpty() ? columns.get().names() : alias.columns();
      return new FromItem.Function(columns.get().arguments(), new Alias(alias.name(), own));
    }
    Expression call = new CallReader(rest, expressions).call(names);
    boolean several = name.equals("rows") && call instanceof Expression.Call;
    List<Expression> calls = several ? ((Expression.Call) call).arguments() : List.of(call);
    return new FromItem.Function(calls, alias(source, rest));
  }

  /** {@code (a JOIN b) AS x}, {@code ONLY (t) AS x}. */
  private static FromItem grouped(List<FromItem> items, Alias alias) {
    FromItem whole = UNKNOWN;
    for (FromItem item : items) {
      whole =
          whole.equals(UNKNOWN)
              ? item
              : new FromItem.Join(
                  whole, item, JoinKind.CROSS, false, Optional.empty(), List.of(), Alias.NONE);
    }
    if (alias.name().isEmpty()) {
      return whole;
    }
    if (whole instanceof FromItem.Table table) {
      return new FromItem.Table(table.schema(), table.name(), alias);
    }
    return whole instanceof FromItem.Join join
        ? new FromItem.Join(
            join.left(), join.right(), join.kind(), join.natural(), join.on(), join.using(), alias)
        : whole;
  }

  // --- aliases

  private Alias alias(SourceContext source, PieceCursor rest) {
    Alias written = alias(source.alias());
    return written.name().isEmpty() && written.columns().isEmpty() ? alias(rest, false) : written;
  }

  private Alias alias(List<AliasContext> aliases) {
    for (AliasContext alias : aliases) {
      Alias read = alias(new PieceCursor(Piece.of(alias.piece())), false);
      if (!read.equals(Alias.NONE)) {
        return read;
      }
    }
    return Alias.NONE;
  }

  /**
   * An alias with its columns: {@code a}, {@code a (b, c)}, {@code a (b int)}, {@code (b int)}.
   *
   * @param certain whether the first name is one whatever follows
   */
  Alias alias(PieceCursor cursor, boolean certain) {
    while (!certain && (cursor.is(0, SqlSkeleton.OPERATOR, "*") || isOrdinality(cursor))) {
      cursor.skip();
    }
    String name = "";
    if (cursor.is(SqlSkeleton.NAME) && (certain || isAlias(cursor))) {
      name = cursor.next().token().names().get(0);
    }
    boolean columns = cursor.is(SqlSkeleton.OPEN);
    return new Alias(name, columns ? columns(cursor.group().inside().list(0)) : List.of());
  }

  private static boolean isOrdinality(PieceCursor cursor) {
    return cursor.is(0, SqlSkeleton.KEYWORD, "WITH")
        || cursor.is(0, SqlSkeleton.NAME, "ordinality");
  }

  /** Of several words in a row none is an alias, unless it qualifies a column somewhere. */
  private boolean isAlias(PieceCursor cursor) {
    String name = cursor.token().names().get(0);
    if (NO_ALIASES.contains(cursor.token().getText())) {
      return false;
    }
    int next = cursor.type(1);
    boolean last = next == Token.EOF || next == SqlSkeleton.OPEN || next == SqlSkeleton.KEYWORD;
    boolean more = !last && !cursor.is(1, SqlSkeleton.NAME, "tablesample");
    return !more || qualifiers.contains(name);
  }

  private static List<String> columns(ListContext list) {
    List<String> names = new ArrayList<>();
    for (ItemContext item : list.item()) {
      first(item).ifPresent(names::add);
    }
    return names;
  }

  /** The name that a piece of the tree starts with. */
  static Optional<String> first(ParserRuleContext context) {
    return context.getStart() instanceof SkeletonToken token && !token.names().isEmpty()
        ? Optional.of(token.names().get(0))
        : Optional.empty();
  }
}
