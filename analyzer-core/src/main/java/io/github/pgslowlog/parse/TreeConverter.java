package io.github.pgslowlog.parse;

import io.github.pgslowlog.rewrite.Rewritten;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.Other;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Makes our syntax tree of JSqlParser's, of one statement.
 *
 * <p>Which class handles which node: {@link OperandConverter}, {@link PredicateConverter}, {@link
 * OperatorChains} and {@link CallConverter} the expressions, {@link QueryConverter}, {@link
 * FromConverter} and {@link WriteConverter} the rest. What none of them knows becomes {@link Other}
 * with the expressions inside.
 */
final class TreeConverter {
  private static final Conversions CONVERSIONS = conversions();

  private final NameFolder names;
  private boolean misread;

  private TreeConverter(Rewritten rewritten) {
    this.names = new NameFolder(rewritten);
  }

  /**
   * The statement, empty if it is none that reads or changes tables, or if JSqlParser understood
   * something else than PostgreSQL and the tree does not hold enough to mend that.
   */
  static Optional<SqlStatement> convert(Statement statement, Rewritten rewritten) {
    TreeConverter converter = new TreeConverter(rewritten);
    return converter.statement(statement).filter(converted -> !converter.misread);
  }

  private static Conversions conversions() {
    Conversions conversions = new Conversions();
    OperandConverter.addTo(conversions);
    PredicateConverter.addTo(conversions);
    ChainConverter.addTo(conversions);
    CallConverter.addTo(conversions);
    ConstructorConverter.addTo(conversions);
    return conversions;
  }

  static boolean knows(Class<?> type) {
    return CONVERSIONS.contains(type);
  }

  /** Says that the tree must not be used. */
  void misread() {
    misread = true;
  }

  NameFolder names() {
    return names;
  }

  Optional<SqlStatement> statement(Statement statement) {
    if (statement instanceof Select select) {
      return Optional.of(query(select));
    }
    return WriteConverter.convert(this, statement);
  }

  Query query(Select select) {
    return QueryConverter.query(this, select);
  }

  Expression expression(net.sf.jsqlparser.expression.Expression node) {
    if (node instanceof Select select) {
      return new Expression.Subquery(query(select));
    }
    Expression known = CONVERSIONS.convert(this, node);
    return known != null ? known : new Other(PartCollector.of(this, node));
  }

  Optional<Expression> optional(net.sf.jsqlparser.expression.@Nullable Expression node) {
    return node == null ? Optional.empty() : Optional.of(expression(node));
  }

  List<Expression> expressions(
      @Nullable Collection<? extends net.sf.jsqlparser.expression.Expression> nodes) {
    if (nodes == null || nodes.isEmpty()) {
      return List.of();
    }
    List<Expression> all = new ArrayList<>(nodes.size());
    for (net.sf.jsqlparser.expression.Expression node : nodes) {
      if (node != null) {
        all.add(expression(node));
      }
    }
    return all;
  }
}
