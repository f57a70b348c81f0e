package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.language.StatementWording;
import io.github.pgslowlog.language.WordingKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that tells which statement it is about. log_statement writes it alone, before the
 * statement runs; in a message about a duration it stands behind the unit.
 *
 * <pre>
 * statement: SQL
 * execute NAME[/PORTAL]: SQL
 * execute fetch from NAME[/PORTAL]: SQL
 * fastpath function call: "fn" (OID n)
 * </pre>
 *
 * <p>What a name may hold is told at {@link StatementName}.
 *
 * @param kind what it tells of
 * @param name prepared statement, null if the kind has none
 * @param portal portal, null if unnamed
 * @param sql the text, the function's name for fastpath, null for a plan
 */
record StatementMessage(
    StatementKind kind, @Nullable String name, @Nullable String portal, @Nullable Slice sql) {

  /** A message of log_statement; null if it is something else. */
  static @Nullable StatementMessage read(Slice message, Languages languages) {
    return read(message, languages.logged());
  }

  /** Null if no form fits. Where the name comes first, the shortest before a command is taken. */
  static @Nullable StatementMessage read(Slice text, List<StatementWording> forms) {
    StatementWording best = null;
    StatementName bestName = null;
    for (int i = 0; i < forms.size(); i++) {
      StatementWording form = forms.get(i);
      int start = form.start(text);
      if (start < 0) {
        continue;
      }
      Slice rest = text.from(start);
      if (!form.kind().isNamed()) {
        StatementMessage found = unnamed(form, rest);
        if (found != null) {
          return found;
        }
        continue;
      }
      StatementName name = StatementName.read(rest, form.separator());
      if (name == null) {
        continue;
      }
      if (form.before().length > 0) {
        return named(form.kind(), name);
      }
      if (isBetter(name, bestName)) {
        best = form;
        bestName = name;
      }
    }
    return best == null || bestName == null ? null : named(best.kind(), bestName);
  }

  private static boolean isBetter(StatementName name, @Nullable StatementName other) {
    if (other == null) {
      return true;
    }
    boolean command = name.isFollowedByCommand();
    return command == other.isFollowedByCommand()
        ? name.sql().length() > other.sql().length()
        : command;
  }

  private static StatementMessage named(WordingKind kind, StatementName name) {
    return new StatementMessage(kind(kind), name.name(), name.portal(), name.sql());
  }

  private static @Nullable StatementMessage unnamed(StatementWording form, Slice rest) {
    if (form.kind() == WordingKind.PLAN) {
      return new StatementMessage(StatementKind.PLAN, null, null, null);
    }
    Slice sql = form.kind() == WordingKind.FASTPATH ? functionName(rest, form.separator()) : rest;
    return sql == null ? null : new StatementMessage(kind(form.kind()), null, null, sql);
  }

  /** The name may hold quotes: it ends at the last separator. Null if there is none. */
  private static @Nullable Slice functionName(Slice rest, byte[] separator) {
    int end = rest.length() - separator.length;
    while (end >= 0 && !rest.startsWithAt(end, separator)) {
      end--;
    }
    return end < 0 ? null : rest.between(0, end);
  }

  private static StatementKind kind(WordingKind kind) {
    return switch (kind) {
      case STATEMENT -> StatementKind.STATEMENT;
      case PARSE -> StatementKind.PARSE;
      case BIND -> StatementKind.BIND;
      case EXECUTE -> StatementKind.EXECUTE;
      case EXECUTE_FETCH -> StatementKind.EXECUTE_FETCH;
      case FASTPATH -> StatementKind.FASTPATH;
      case PLAN -> StatementKind.PLAN;
    };
  }
}
