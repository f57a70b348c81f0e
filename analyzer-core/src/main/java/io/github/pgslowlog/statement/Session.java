package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.statement.NamedQueries.NamedQuery;
import org.jspecify.annotations.Nullable;

/** What must be remembered of one session. */
final class Session {
  /** Drivers keep some hundred prepared statements, most by protocol and not by SQL. */
  private static final int MAX_PREPARED = 256;

  private static final int MAX_CURSORS = 64;

  /**
   * A message of log_statement that waits for its duration.
   *
   * @param kind what runs
   * @param sql its text
   * @param detail its DETAIL section
   */
  record LoggedText(StatementKind kind, Slice sql, @Nullable Slice detail) {
    private LoggedText compact() {
      return new LoggedText(kind, sql.compact(), detail == null ? null : detail.compact());
    }
  }

  /**
   * What a statement stands for.
   *
   * @param resolution the query behind it, null if its text says it
   * @param planKey key of the text that auto_explain shows for it
   */
  record Resolved(@Nullable Resolution resolution, long planKey) {}

  private final NamedQueries prepared = new NamedQueries(MAX_PREPARED);
  private final NamedQueries cursors = new NamedQueries(MAX_CURSORS);
  final PendingPlans plans = new PendingPlans();
  final RecentTexts unplanned = new RecentTexts();
  final LockWait lockWait = new LockWait();
  private @Nullable LoggedText pending;
  private @Nullable String user;
  private @Nullable String database;
  private @Nullable String host;
  private long bytesBefore;
  private String lastFile = "";
  private long lastOffset;
  boolean ended;

  /** Whether its last message stands behind a place of the same file. */
  boolean isBehind(Location place) {
    return lastOffset > place.offset() && lastFile.equals(place.file());
  }

  void seenAt(String file, long offset) {
    lastFile = file;
    lastOffset = offset;
  }

  /** Whether another session now has the process id: user, database or client cannot change. */
  boolean isOther(Origin origin) {
    return differ(user, origin.user())
        || differ(database, origin.database())
        || differ(host, origin.host());
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }

  void seen(Origin origin) {
    user = user == null ? origin.user() : user;
    database = database == null ? origin.database() : database;
    host = host == null ? origin.host() : host;
  }

  void expect(@Nullable LoggedText text) {
    pending = text == null ? null : text.compact();
  }

  /** The text that waits for its duration; it does not any more. */
  @Nullable LoggedText takePending() {
    LoggedText text = pending;
    pending = null;
    return text;
  }

  /** Finds the query behind a statement, and remembers what it names. */
  Resolved resolve(StatementKind kind, Slice sql, @Nullable Slice detail) {
    SqlCommand command = SqlCommand.read(sql);
    if (command == null) {
      return new Resolved(null, TextKey.of(sql));
    }
    remember(command, sql);
    return switch (command.verb()) {
      case EXECUTE -> execution(kind, sql, detail, command);
      case FETCH -> new Resolved(furtherRows(command), cursorKey(command));
      case DECLARE -> new Resolved(opened(kind, command), TextKey.of(sql));
      default -> new Resolved(null, TextKey.of(sql));
    };
  }

  /** The query behind a statement that is under way or failed; it names nothing. */
  Slice queryOf(Slice sql) {
    SqlCommand command = SqlCommand.read(sql);
    if (command == null) {
      return sql;
    }
    Resolution behind =
        switch (command.verb()) {
          case EXECUTE -> execution(StatementKind.STATEMENT, sql, null, command).resolution();
          case FETCH -> furtherRows(command);
          case DECLARE -> opened(StatementKind.STATEMENT, command);
          default -> null;
        };
    return behind == null ? sql : behind.sql();
  }

  private Resolved execution(
      StatementKind kind, Slice sql, @Nullable Slice detail, SqlCommand command) {
    NamedQuery query = command.name() == null ? null : prepared.get(command.name());
    NamedQuery shown = inDetail(detail);
    NamedQuery best = shown == null ? query : shown;
    return best == null
        ? new Resolved(null, TextKey.of(sql))
        : new Resolved(new Resolution(kind, best.query(), null, true), best.planKey());
  }

  private static @Nullable NamedQuery inDetail(@Nullable Slice detail) {
    Slice text = detail == null ? null : PrepareDetail.read(detail, Languages.all());
    if (text == null) {
      return null;
    }
    SqlCommand command = SqlCommand.read(text);
    Slice query = command == null ? null : command.query();
    return query == null ? null : new NamedQuery(query, TextKey.of(text));
  }

  private @Nullable Resolution furtherRows(SqlCommand command) {
    NamedQuery query = command.name() == null ? null : cursors.get(command.name());
    return query == null
        ? null
        : new Resolution(StatementKind.EXECUTE_FETCH, query.query(), null, false);
  }

  private static long cursorKey(SqlCommand command) {
    return TextKey.ofCursor(String.valueOf(command.name()));
  }

  /**
   * Whether a statement was logged that a plan with this text belongs to. The plan of a cursor
   * comes when it is closed, and its time was logged by FETCH.
   */
  boolean takeUnplanned(Slice text) {
    SqlCommand command = SqlCommand.read(text);
    boolean fetched =
        command != null
            && command.verb() == SqlCommand.Verb.DECLARE
            && unplanned.take(cursorKey(command));
    return unplanned.take(TextKey.of(text)) || fetched;
  }

  private static @Nullable Resolution opened(StatementKind kind, SqlCommand command) {
    return command.query() == null ? null : new Resolution(kind, command.query(), null, true);
  }

  /** Keeps what PREPARE and DECLARE name, forgets what CLOSE, DEALLOCATE and DISCARD end. */
  void remember(SqlCommand command, Slice sql) {
    String name = command.name();
    Slice query = command.query();
    switch (command.verb()) {
      case PREPARE, DECLARE -> {
        if (name != null && query != null) {
          NamedQueries names = command.verb() == SqlCommand.Verb.PREPARE ? prepared : cursors;
          names.put(name, new NamedQuery(query, TextKey.of(sql)));
        }
      }
      case CLOSE -> cursors.remove(name);
      case DEALLOCATE -> prepared.remove(name);
      case DISCARD -> forgetNames();
      default -> {}
    }
  }

  /** Forgets all texts; its plans will find no statement any more. */
  void forget(StatementListener out) {
    plans.countAll(out::plan);
    lockWait.end(out);
    pending = null;
    forgetNames();
  }

  private void forgetNames() {
    prepared.remove(null);
    cursors.remove(null);
  }

  /** By how much more, or less, text is held than at the call before. */
  long grown() {
    long now = bytes();
    long difference = now - bytesBefore;
    bytesBefore = now;
    return difference;
  }

  private long bytes() {
    LoggedText text = pending;
    long waiting = text == null ? 0 : text.sql().length();
    waiting += text == null || text.detail() == null ? 0 : text.detail().length();
    return waiting + prepared.bytes() + cursors.bytes() + plans.bytes() + lockWait.bytes();
  }
}
