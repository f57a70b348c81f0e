package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log as a tracker reads it, message by message, and what it made of it. */
final class SessionLog implements StatementListener {
  final List<LoggedStatement> statements = new ArrayList<>();
  final List<PlannedStatement> plans = new ArrayList<>();
  final List<CancelledStatement> cancelled = new ArrayList<>();
  final List<StatementEvent> events = new ArrayList<>();
  final SessionTracker tracker;
  private Origin origin = pid("41");
  private Languages languages = Languages.english();
  private long line;

  SessionLog() {
    tracker = new SessionTracker(this);
  }

  SessionLog(int maxSessions, long maxBytes) {
    tracker = new SessionTracker(this, maxSessions, maxBytes);
  }

  @Override
  public void statement(LoggedStatement statement) {
    statements.add(statement);
  }

  @Override
  public void plan(PlannedStatement plan) {
    plans.add(plan);
  }

  @Override
  public void cancelled(CancelledStatement statement) {
    cancelled.add(statement);
  }

  @Override
  public void event(StatementEvent event) {
    events.add(event);
  }

  static Origin pid(String pid) {
    return new Origin(null, pid, "app", "shop", null, null, null);
  }

  static Origin session(String id) {
    return new Origin(id, "41", "app", "shop", null, null, null);
  }

  SessionLog speaking(String... codes) {
    languages = Languages.of(codes);
    return this;
  }

  SessionLog in(Origin newOrigin) {
    origin = newOrigin;
    return this;
  }

  SessionLog log(String message) {
    return entry(Label.LOG, null, message, null, null, null);
  }

  SessionLog logWithDetail(String message, String detail) {
    return entry(Label.LOG, null, message, detail, null, null);
  }

  SessionLog logWithContext(String message, String context) {
    return entry(Label.LOG, null, message, null, context, null);
  }

  SessionLog raised(String message) {
    String context = "PL/pgSQL function inline_code_block line 1 at RAISE";
    return entry(Label.LOG, null, message, null, context, "DO $$ BEGIN RAISE LOG 'x'; END $$");
  }

  SessionLog error(String message, @Nullable String statement) {
    return entry(Label.ERROR, null, message, null, null, statement);
  }

  SessionLog entry(
      Label severity,
      @Nullable String state,
      String message,
      @Nullable String detail,
      @Nullable String context,
      @Nullable String statement) {
    line++;
    tracker.accept(
        new LogEntry(
            new Location("postgresql.log", line, 100 * line),
            Instant.parse("2026-11-20T09:00:00Z").plusSeconds(line),
            origin,
            severity,
            state,
            slice(message),
            detail == null ? null : slice(detail),
            context == null ? null : slice(context),
            statement == null ? null : slice(statement)),
        languages);
    return this;
  }

  /** The next message stands at this line, which may be one before. */
  SessionLog atLine(long number) {
    line = number - 1;
    return this;
  }

  SessionLog end() {
    tracker.finish();
    return this;
  }

  static Slice slice(String text) {
    return Slice.of(text.getBytes(StandardCharsets.UTF_8));
  }

  // --- what came out

  /** The resolution of each duration: kind, {@code call} or {@code no call}, query; or a dash. */
  List<String> resolutions() {
    return statements.stream()
        .map(
            s -> {
              Resolution r = s.resolution();
              return r == null
                  ? "-"
                  : r.kind().word() + (r.call() ? " call " : " no call ") + r.sql();
            })
        .toList();
  }

  /** Of each plan: {@code counted}, {@code not counted} or {@code nested}, and its query. */
  List<String> planned() {
    return plans.stream()
        .map(p -> (p.nested() ? "nested " : p.counted() ? "counted " : "not counted ") + p.sql())
        .toList();
  }
}
