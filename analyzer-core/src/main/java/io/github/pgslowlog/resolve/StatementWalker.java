package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Walks the tree of a statement, query by query, keeping account of what names mean. */
final class StatementWalker {
  private final List<QueryBlock> blocks = new ArrayList<>();
  private final List<TableName> written = new ArrayList<>();
  private final Map<String, Relation.Derived> commonTables = new HashMap<>();
  private int tableCount;

  List<QueryBlock> blocks() {
    return blocks;
  }

  List<TableName> written() {
    return written;
  }

  /**
   * Walks a statement.
   *
   * @return what kind it is
   */
  StatementType statement(Statement statement) {
    if (statement instanceof Select select) {
      select(select, null);
      return StatementType.SELECT;
    }
    if (statement instanceof Insert insert) {
      insert(insert);
      return StatementType.INSERT;
    }
    if (statement instanceof Update update) {
      update(update);
      return StatementType.UPDATE;
    }
    if (statement instanceof Delete delete) {
      delete(delete);
      return StatementType.DELETE;
    }
    if (statement instanceof Merge merge) {
      merge(merge);
      return StatementType.MERGE;
    }
    return StatementType.UTILITY;
  }

  // --- SELECT

  /** Walks a query; returns its output columns as a relation without a name. */
  Relation.Derived select(Select select, @Nullable Scope outer) {
    with(select.getWithItemsList(), outer);
    if (select instanceof PlainSelect plain) {
      int place = blocks.size();
      QueryWalker query = new QueryWalker(outer, this);
      Relation.Derived outputs = query.select(plain);
      blocks.add(place, query.toBlock());
      return outputs;
    }
    if (select instanceof ParenthesedSelect parenthesed) {
      return select(parenthesed.getSelect(), outer);
    }
    if (select instanceof SetOperationList operations) {
      List<Relation.Derived> parts = new ArrayList<>();
      operations.getSelects().forEach(part -> parts.add(select(part, outer)));
      return parts.get(0);
    }
    return new Relation.Derived("", Map.of(), List.of(new Relation.Opaque("")));
  }

  private void with(@Nullable List<WithItem<?>> items, @Nullable Scope outer) {
    if (items == null) {
      return;
    }
    boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
    for (WithItem<?> item : items) {
      String name = Identifier.name(item.getAliasName());
      commonTables.put(name, commonTable(item, name, recursive, outer));
    }
  }

  private Relation.Derived commonTable(
      WithItem<?> item, String name, boolean recursive, @Nullable Scope outer) {
    Statement statement = unwrap(item.getParenthesedStatement());
    if (!(statement instanceof Select select)) {
      statement(statement);
      return new Relation.Derived(name, Map.of(), List.of(new Relation.Opaque(name)));
    }
    List<String> names = new ArrayList<>();
    if (item.getWithItemList() != null) {
      item.getWithItemList().forEach(c -> names.add(Identifier.name(c.toString())));
    }
    boolean refersToItself =
        recursive
            && select instanceof ParenthesedSelect parenthesed
            && parenthesed.getSelect() instanceof SetOperationList;
    return refersToItself
        ? recursiveTable((ParenthesedSelect) select, name, names, outer)
        : select(select, outer).renamed(name, names);
  }

  private static Statement unwrap(ParenthesedStatement statement) {
    if (statement instanceof ParenthesedInsert insert) {
      return insert.getInsert();
    }
    if (statement instanceof ParenthesedUpdate update) {
      return update.getUpdate();
    }
    return statement instanceof ParenthesedDelete delete ? delete.getDelete() : statement;
  }

  /** The first part of the UNION gives the columns that the others see under the name. */
  private Relation.Derived recursiveTable(
      ParenthesedSelect select, String name, List<String> names, @Nullable Scope outer) {
    with(select.getSelect().getWithItemsList(), outer);
    List<Select> parts = ((SetOperationList) select.getSelect()).getSelects();
    Relation.Derived self = select(parts.get(0), outer).renamed(name, names);
    commonTables.put(name, self);
    parts.subList(1, parts.size()).forEach(part -> select(part, outer));
    return self;
  }

  /** The common table expression that a table name means, if it is one. */
  Optional<Relation.Derived> commonTable(Table table) {
    return table.getSchemaName() == null
        ? Optional.ofNullable(commonTables.get(Identifier.name(table.getName())))
        : Optional.empty();
  }

  /** A new use of a table. */
  TableRef reference(Table table) {
    return new TableRef(Names.table(table), Names.alias(table), tableCount++);
  }

  // --- statements that write

  private void insert(Insert insert) {
    with(insert.getWithItemsList(), null);
    written.add(Names.table(insert.getTable()));
    if (insert.getSelect() != null) {
      select(insert.getSelect(), null);
    }
    if (insert.getConflictAction() != null && insert.getConflictAction().getUpdateSets() != null) {
      QueryWalker query = new QueryWalker(null, this);
      query.target(insert.getTable(), false);
      query.excluded();
      query.sets(insert.getConflictAction().getUpdateSets());
      blocks.add(query.toBlock());
    }
  }

  private void update(Update update) {
    with(update.getWithItemsList(), null);
    change(
        update.getTable(),
        query -> {
          query.from(update.getFromItem(), update.getJoins());
          query.sets(update.getUpdateSets());
          query.where(update.getWhere());
        });
  }

  private void delete(Delete delete) {
    with(delete.getWithItemsList(), null);
    change(
        delete.getTable(),
        query -> {
          if (delete.getUsingFromItemList() != null) {
            delete.getUsingFromItemList().forEach(query::item);
          }
          query.from(null, delete.getJoins());
          query.where(delete.getWhere());
        });
  }

  private void merge(Merge merge) {
    with(merge.getWithItemsList(), null);
    change(
        merge.getTable(),
        query -> {
          query.from(merge.getFromItem(), null);
          query.where(merge.getOnCondition());
          if (merge.getMergeUpdate() != null) {
            query.sets(merge.getMergeUpdate().getUpdateSets());
          }
        });
  }

  /** A statement that searches a table for rows to change. */
  private void change(Table table, Consumer<QueryWalker> clauses) {
    written.add(Names.table(table));
    int place = blocks.size();
    QueryWalker query = new QueryWalker(null, this);
    query.target(table, true);
    clauses.accept(query);
    blocks.add(place, query.toBlock());
  }
}
