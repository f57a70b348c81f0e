package io.github.pgslowlog.benchmarks.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the patterns of a kind, no two the same. */
final class PatternFactory {
  private static final int TRIES = 1000;

  private final Randomness random;
  private final ObjectMapperStatements mapped;
  private final HandWrittenStatements written;
  private final ListStatements lists;
  private final WriteStatements writes;
  private final ReportStatements reports;
  private final Schema schema;
  private final Set<String> known = new HashSet<>();
  private int number;

  PatternFactory(long seed) {
    random = new Randomness(seed);
    schema = new Schema();
    mapped = new ObjectMapperStatements(schema, random);
    written = new HandWrittenStatements(schema, random);
    lists = new ListStatements(schema, random);
    writes = new WriteStatements(schema, random);
    reports = new ReportStatements(schema, random);
  }

  List<Pattern> patterns(Kind kind, int count) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      patterns.add(pattern(kind, i));
    }
    return patterns;
  }

  /** The clients of a kind take turns, so that each has some of the frequent patterns. */
  private Pattern pattern(Kind kind, int turn) {
    return switch (kind) {
      case PREPARED -> prepared(turn);
      case LITERAL -> literal(turn);
      case LIST -> list(turn);
      case REPORT -> {
        Client client = turn % 3 == 2 ? Client.PSQL : Client.METABASE;
        yield single(client, "SELECT", false, reports::report, 200_000, 5_000_000);
      }
      case WRITE -> write(turn);
      case ERROR, NOISE -> throw new IllegalArgumentException(kind + " has no patterns");
    };
  }

  private Pattern prepared(int turn) {
    return switch (turn % 8) {
      case 0, 2, 5 -> read(Client.HIBERNATE, true, mapped::hibernate);
      case 1, 4 -> read(Client.RAILS, true, mapped::activeRecord);
      case 6 -> read(Client.SIDEKIQ, true, mapped::activeRecord);
      default -> read(Client.PGX, true, () -> written.select(true));
    };
  }

  private Pattern literal(int turn) {
    return switch (turn % 4) {
      case 0, 2 -> read(Client.DJANGO, false, written::django);
      case 1 -> read(Client.METABASE, false, () -> written.select(false));
      default -> read(Client.PSQL, false, () -> written.select(false));
    };
  }

  private Pattern read(Client client, boolean isPrepared, Supplier<Sql> sql) {
    return single(client, "SELECT", isPrepared, sql, 50, 20_000);
  }

  private Pattern list(int turn) {
    if (turn % 3 != 2) {
      Client client = turn % 2 == 0 ? Client.RAILS : Client.DJANGO;
      return single(client, "SELECT", false, lists::literal, 1_000, 50_000);
    }
    Table table = random.of(schema.tables());
    Column key = random.of(lists.keys(table));
    List<Variant> variants =
        List.of(
            unseen(() -> lists.parameters(table, key, 64)).variant(),
            lists.parameters(table, key, 128).variant(),
            lists.parameters(table, key, 256).variant());
    return new Pattern(++number, Client.HIBERNATE, "SELECT", true, variants, median(1_000, 50_000));
  }

  private Pattern write(int turn) {
    return switch (turn % 6) {
      case 0 -> insert();
      case 1 -> single(Client.HIBERNATE, "UPDATE", true, () -> writes.update(true), 50, 5_000);
      case 2 -> single(Client.DJANGO, "UPDATE", false, () -> writes.update(false), 50, 5_000);
      case 3 -> insertRows();
      case 4 -> single(Client.PGX, "DELETE", true, () -> writes.delete(true), 50, 5_000);
      default -> single(Client.PSQL, "DELETE", false, () -> writes.delete(false), 50, 5_000);
    };
  }

  private Pattern insert() {
    Supplier<Sql> insert =
        () -> {
          Table table = writes.table();
          return writes.insert(table, writes.columns(table));
        };
    return single(Client.HIBERNATE, "INSERT", true, insert, 50, 5_000);
  }

  private Pattern insertRows() {
    Table table = writes.table();
    List<Column> columns = writes.columns(table);
    List<Variant> variants = new ArrayList<>();
    for (int rows : new int[] {1, 3, 10, 10, 50}) {
      variants.add(writes.insertRows(table, columns, rows).variant());
    }
    return new Pattern(++number, Client.RAILS, "INSERT", false, variants, median(200, 20_000));
  }

  private Pattern single(
      Client client, String tag, boolean isPrepared, Supplier<Sql> sql, long least, long most) {
    Variant variant = unseen(sql).variant();
    return new Pattern(++number, client, tag, isPrepared, List.of(variant), median(least, most));
  }

  private Sql unseen(Supplier<Sql> statements) {
    Sql sql = statements.get();
    for (int i = 0; i < TRIES && !known.add(sql.markup()); i++) {
      sql = statements.get();
    }
    return sql;
  }

  /** Spread evenly over the powers between the two. */
  private long median(long least, long most) {
    double share = random.below(1000) / 1000.0;
    return (long) (least * StrictMath.pow((double) most / least, share));
  }
}
