package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.language.ServerEvent;
import io.github.pgslowlog.statement.Session.LoggedText;
import io.github.pgslowlog.statement.Session.Resolved;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins what one message alone does not tell: durations without text with the statement that was
 * logged before, EXECUTE and FETCH with their query, plans with their statement.
 *
 * <p>One tracker reads a whole run, its files in the order of time, because sessions go on from
 * file to file. A session is told by its session id, else by its process id; a log that shows
 * neither is taken as one session.
 *
 * <p>A duration without text belongs to the last text of log_statement in its session that has none
 * yet; an error cancels that text, and so does a function call by OID. A plan at the top level
 * belongs to the statement with the same text: auto_explain writes it before the duration of a
 * simple query, but behind that of an Execute message. A plan whose statement has no duration in
 * the log stands for an execution itself. The order of messages is that of {@code
 * exec_simple_query()} and {@code exec_execute_message()} in the server's postgres.c and of {@code
 * explain_ExecutorEnd()} in auto_explain.c.
 */
public final class SessionTracker {
  /** Some servers have a few thousand connections; ended ones are not always told. */
  public static final int DEFAULT_MAX_SESSIONS = 10_000;

  /**
   * 16 MiB: texts that wait for their duration, named queries and plans. That is 1.6 KB for each of
   * the most sessions, and their own 10 MB, the samples and the blocks under way still fit into a
   * heap of 96 MB.
   */
  public static final long DEFAULT_MAX_BYTES = 16L << 20;

  private final StatementListener listener;
  private final OpenSessions sessions;
  private StatementReader reader = new StatementReader(Languages.english());
  private EventReader events = new EventReader(Languages.english());

  /**
   * A tracker with the default bounds.
   *
   * @param listener takes what is found
   */
  public SessionTracker(StatementListener listener) {
    this(listener, DEFAULT_MAX_SESSIONS, DEFAULT_MAX_BYTES);
  }

  /**
   * A tracker.
   *
   * @param listener takes what is found
   * @param maxSessions bound on the sessions remembered; the one not seen longest goes first
   * @param maxBytes bound on the texts remembered for all of them, in bytes
   */
  public SessionTracker(StatementListener listener, int maxSessions, long maxBytes) {
    this.listener = listener;
    this.sessions = new OpenSessions(maxSessions, maxBytes, listener);
  }

  /**
   * Takes the next message.
   *
   * @param entry the message
   * @param languages those its wording may be in
   */
  public void accept(LogEntry entry, Languages languages) {
    if (!reader.languages().equals(languages)) {
      reader = new StatementReader(languages);
      events = new EventReader(languages);
    }
    if (isServers(entry) && isStart(languages.event(entry.message()))) {
      sessions.forgetBefore(entry.location());
      return;
    }
    if (entry.severity().compareTo(Label.WARNING) > 0) {
      inSession(entry, session -> failure(entry, session));
      return;
    }
    LoggedStatement statement = reader.read(entry).orElse(null);
    if (statement != null && !statement.kind().concernsSession()) {
      listener.statement(statement);
    } else if (statement != null) {
      inSession(entry, session -> duration(statement, entry, session));
    } else if (!report(entry) && isServers(entry)) {
      other(entry);
    }
  }

  /** Clients can imitate these, too; then RAISE is in the context. */
  private boolean report(LogEntry entry) {
    if (entry.severity() != Label.LOG
        || !ServerReport.mayBe(entry.message(), reader.languages())
        || Cancellation.isRaised(entry)) {
      return false;
    }
    ServerReport report = ServerReport.read(entry.message(), reader.languages());
    if (report != null) {
      inSession(entry, session -> reported(report, entry, session));
    }
    return report != null;
  }

  private void reported(ServerReport report, LogEntry entry, Session session) {
    Slice statement = entry.statement();
    Slice sql = statement == null ? null : session.queryOf(statement);
    if (report.type() == ServerReport.Type.FILE) {
      listener.event(EventReader.reported(entry, report, sql));
      return;
    }
    Slice kept = sql == null ? null : sql.compact();
    session.lockWait.add(report, EventReader.reported(entry, report, kept), listener);
  }

  /**
   * Takes an execution that was counted elsewhere, since its text says all; its session has to know
   * of it. Hot path.
   *
   * @param origin whose session it was
   * @param file name of the log
   * @param offset place of its message in the log
   * @param textKey key of its text
   */
  public void executed(Origin origin, String file, long offset, long textKey) {
    Session session = sessions.get(origin);
    session.seenAt(file, offset);
    session.expect(null);
    executed(textKey, session);
    sessions.update(origin, session);
  }

  private void inSession(LogEntry entry, Consumer<Session> reading) {
    Session session = sessions.get(entry.origin());
    session.seenAt(entry.location().file(), entry.location().offset());
    reading.accept(session);
    sessions.update(entry.origin(), session);
  }

  /** Ends the run: what still waits will find nothing any more. */
  public void finish() {
    sessions.clear();
  }

  /**
   * Number of sessions remembered.
   *
   * @return at most the bound
   */
  int openSessions() {
    return sessions.size();
  }

  /**
   * Length of the texts remembered.
   *
   * @return bytes, at most the bound
   */
  long heldBytes() {
    return sessions.bytes();
  }

  /** Clients can imitate messages with RAISE; theirs carry a CONTEXT or a STATEMENT. */
  private static boolean isServers(LogEntry entry) {
    return entry.severity() == Label.LOG && entry.statement() == null && entry.context() == null;
  }

  private static boolean isStart(@Nullable ServerEvent event) {
    return event == ServerEvent.SERVER_READY || event == ServerEvent.SERVER_STARTS;
  }

  // --- messages

  private void duration(LoggedStatement statement, LogEntry entry, Session session) {
    switch (statement.kind()) {
      case PLAN -> plan(statement, entry, session);
      case BARE -> bare(statement, session);
      case STATEMENT, EXECUTE, EXECUTE_FETCH -> execution(statement, session);
      default -> listener.statement(statement);
    }
  }

  private void execution(LoggedStatement statement, Session session) {
    session.expect(null);
    Slice sql = statement.sql();
    if (sql == null) {
      listener.statement(statement);
      return;
    }
    Resolved resolved = session.resolve(statement.kind(), sql, statement.detail());
    Resolution resolution = resolved.resolution();
    listener.statement(resolution == null ? statement : statement.resolvedTo(resolution));
    executed(resolved.planKey(), session);
  }

  /** The duration of a function call stays without text: there is no SQL to it. */
  private void bare(LoggedStatement statement, Session session) {
    LoggedText text = session.takePending();
    if (text == null || text.kind() == StatementKind.FASTPATH) {
      listener.statement(statement);
      return;
    }
    Resolved resolved = session.resolve(text.kind(), text.sql(), text.detail());
    Resolution inner = resolved.resolution();
    Resolution own = new Resolution(text.kind(), text.sql(), text.detail(), text.kind().isCall());
    listener.statement(statement.resolvedTo(inner == null ? own : inner));
    executed(resolved.planKey(), session);
  }

  private void executed(long planKey, Session session) {
    if (!session.plans.logged(planKey, listener::plan)) {
      session.unplanned.add(planKey);
    }
  }

  /** Most messages are about neither a statement nor a session, and leave no trace. */
  private void other(LogEntry entry) {
    StatementMessage message = StatementMessage.read(entry.message(), reader.languages());
    Slice sql = message == null ? null : message.sql();
    if (message != null && sql != null) {
      inSession(entry, session -> expect(message.kind(), sql, entry.detail(), session));
    } else if (isBoundary(reader.languages().event(entry.message()))) {
      inSession(entry, session -> session.ended = true);
    }
  }

  private void expect(StatementKind kind, Slice sql, @Nullable Slice detail, Session session) {
    session.plans.countAll(listener::plan);
    session.expect(new LoggedText(kind, sql, detail));
    SqlCommand command = SqlCommand.read(sql);
    if (command != null && command.query() != null) {
      session.remember(command, sql);
    }
  }

  /** Where one session ends, or another begins that may have the same process id. */
  private static boolean isBoundary(@Nullable ServerEvent event) {
    return event == ServerEvent.CONNECTION_RECEIVED
        || event == ServerEvent.CONNECTION_AUTHORIZED
        || event == ServerEvent.DISCONNECTION;
  }

  // --- errors

  private void failure(LogEntry entry, Session session) {
    CancelReason reason = Cancellation.reason(entry, reader.languages());
    session.lockWait.end(listener);
    if (reason != null) {
      listener.cancelled(cancelled(reason, entry, session));
    } else if (entry.statement() != null) {
      Slice sql = session.queryOf(entry.statement());
      listener.event(events.failure(entry, sql));
    }
    session.expect(null);
    if (entry.statement() != null) {
      session.plans.failed(TextKey.of(entry.statement()), listener::plan);
    }
    session.ended = entry.severity() != Label.ERROR;
  }

  private static CancelledStatement cancelled(
      CancelReason reason, LogEntry entry, Session session) {
    Slice context = entry.context();
    return new CancelledStatement(
        entry.location(),
        entry.time(),
        entry.origin(),
        reason,
        query(entry.statement(), session),
        context == null ? null : ParameterText.inContext(context),
        context,
        context == null ? null : ForeignKeyQuery.searchForChildren(context));
  }

  private static @Nullable Slice query(@Nullable Slice statement, Session session) {
    if (statement == null) {
      return null;
    }
    Resolution behind = session.resolve(StatementKind.STATEMENT, statement, null).resolution();
    return behind == null ? statement : behind.sql();
  }

  // --- plans

  private void plan(LoggedStatement statement, LogEntry entry, Session session) {
    PlanMessage message = PlanMessage.read(entry.message());
    listener.statement(statement.withPlannedSql(message.sql(), message.parameters()));
    Slice text = message.sql();
    boolean nested = entry.context() != null || text == null || ForeignKeyQuery.is(text);
    PlannedStatement plan = planned(statement, message, nested, session);
    if (nested || text == null || session.takeUnplanned(text)) {
      listener.plan(plan);
      return;
    }
    int statements = SqlCommand.count(text, PendingPlans.CAPACITY);
    session.plans.add(plan, TextKey.of(text), statements, listener::plan);
  }

  private static PlannedStatement planned(
      LoggedStatement statement, PlanMessage message, boolean nested, Session session) {
    return new PlannedStatement(
        statement.location(),
        statement.time(),
        statement.origin(),
        statement.durationMicros(),
        nested ? message.sql() : namedQuery(message.sql(), session),
        message.parameters(),
        message.plan(),
        message.format(),
        nested,
        false);
  }

  /** The query of PREPARE and DECLARE, which is what runs under their text. */
  private static @Nullable Slice namedQuery(@Nullable Slice text, Session session) {
    SqlCommand command = text == null ? null : SqlCommand.read(text);
    if (text == null || command == null || command.query() == null) {
      return text;
    }
    session.remember(command, text);
    return command.query();
  }
}
