package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names for new indexes: none is the name of another relation of its schema. Where the name that
 * the server would give is taken, a number follows, as the server does it.
 */
final class NewIndexNames {
  /** Longer names are cut by the server (NAMEDATALEN is 64). */
  private static final int MAX_NAME_BYTES = 63;

  private final Set<IndexName> taken = new HashSet<>();
  private final Map<CandidateIndex, IndexDefinition> given = new HashMap<>();

  private NewIndexNames(Catalog catalog) {
    catalog.tables().stream().map(Table::name).map(NewIndexNames::relation).forEach(taken::add);
    catalog.indexes().stream().map(Index::name).forEach(taken::add);
  }

  private static IndexName relation(TableName table) {
    return new IndexName(table.schema(), table.name());
  }

  /** Names for the indexes chosen, and then for further ones: the same each time. */
  static NewIndexNames of(AdviceContext context) {
    NewIndexNames names = new NewIndexNames(context.catalog());
    context
        .selection()
        .indexes()
        .forEach(selected -> IndexScript.of(context.catalog(), names, selected.index()));
    return names;
  }

  /** The index with its name; the same each time. */
  IndexDefinition define(CandidateIndex index) {
    return given.computeIfAbsent(index, this::free);
  }

  private IndexDefinition free(CandidateIndex index) {
    IndexDefinition definition = new IndexDefinition(index);
    String name = definition.name();
    for (int number = 1; !taken.add(definition.qualifiedName()); number++) {
      definition = new IndexDefinition(index, numbered(name, number));
    }
    return definition;
  }

  private static String numbered(String name, int number) {
    int end = name.length();
    while (bytes(name.substring(0, end) + number) > MAX_NAME_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + number;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
