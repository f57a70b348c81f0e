package io.github.pgslowlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A log in which much happens at once, the same in several formats: sessions that interleave,
 * durations with and without text, parameters, statements of several lines, errors, plans, prepared
 * statements, and texts that imitate log lines, with letters of several bytes.
 */
final class BusyLog {
  private static final int SESSIONS = 4;

  /** Longer than a prefix, shorter than most statements; characters are never cut. */
  private static final int PIECE = 130;

  private static final String[] USERS = {"app", "müller", "app", "o'brien \"x\""};

  private final List<Event> events = new ArrayList<>();

  /**
   * A message.
   *
   * @param millis when, after nine o'clock
   * @param session whose
   * @param severity LOG, ERROR
   * @param message its text
   * @param detail DETAIL or empty
   * @param context CONTEXT or empty
   * @param statement STATEMENT or empty
   */
  private record Event(
      long millis,
      int session,
      String severity,
      String message,
      String detail,
      String context,
      String statement) {}

  BusyLog(long seed, int count) {
    Random random = new Random(seed);
    long millis = 0;
    while (events.size() < count) {
      millis += random.nextInt(400);
      int session = random.nextInt(SESSIONS);
      String ms = (random.nextInt(90_000) + 10) + "." + (100 + random.nextInt(900)) + " ms";
      int id = random.nextInt(1000);
      switch (random.nextInt(20)) {
        case 0, 1, 2 ->
            log(
                millis,
                session,
                "duration: " + ms + "  statement: SELECT * FROM orders WHERE id = " + id);
        case 3, 4 ->
            log(
                millis,
                session,
                "duration: "
                    + ms
                    + "  execute S_"
                    + id % 3
                    + ": select o.id from orders o where o.name = $1",
                "Parameters: $1 = 'Zoë " + id + "'");
        case 5 ->
            log(
                millis,
                session,
                "duration: "
                    + ms
                    + "  execute <unnamed>/C_"
                    + id
                    + ": select \"Größe\"\nfrom t\n\twhere a = $1 and b = $2",
                "parameters: $1 = '2026-11-20 09:00:00.000 UTC [1] LOG:  x', $2 = NULL");
        case 6 ->
            log(
                millis,
                session,
                "duration: "
                    + ms
                    + "  statement: SELECT count(*)\n  FROM a, \"b\"\nWHERE a.id IN (1, "
                    + id
                    + ")\n2026-11-20 09:00:00.000 UTC [77] app@shop LOG:  duration: 9.000 ms  statement: x\n\"2026-11-20");
        case 7 -> {
          log(millis, session, "statement: UPDATE t SET a = " + id);
          log(millis + 3, session, "duration: " + ms);
        }
        case 8 -> log(millis, session, "duration: " + ms + "  parse <unnamed>: select 1");
        case 9 ->
            log(
                millis,
                session,
                "duration: " + ms + "  bind S_1: select o.id from orders o where o.name = $1",
                "Parameters: $1 = 'b'");
        case 10 ->
            log(
                millis,
                session,
                "duration: "
                    + ms
                    + "  statement: PREPARE q"
                    + id % 2
                    + " AS SELECT a FROM b WHERE c = $1");
        case 11 ->
            log(
                millis,
                session,
                "duration: " + ms + "  statement: EXECUTE q" + id % 2 + "(" + id + ")");
        case 12 -> {
          String sql = "SELECT * FROM plans WHERE id = " + id;
          log(
              millis,
              session,
              "duration: "
                  + ms
                  + "  plan:\nQuery Text: "
                  + sql
                  + "\nSeq Scan on plans  (cost=0.00..1.00 rows=1 width=4)");
          log(millis + 1, session, "duration: " + ms + "  statement: " + sql);
        }
        case 13 ->
            events.add(
                new Event(
                    millis,
                    session,
                    "ERROR",
                    "canceling statement due to statement timeout",
                    "",
                    id % 2 == 0 ? "" : "while locking tuple (0,1) in relation \"t\"",
                    "SELECT slow FROM t\nWHERE a = " + id));
        case 16, 17 -> failure(millis, session, id);
        case 18 -> lockWait(millis, session, id);
        case 19 ->
            events.add(
                new Event(
                    millis,
                    session,
                    "LOG",
                    "temporary file: path \"base/pgsql_tmp/pgsql_tmp" + id + ".0\", size " + id,
                    "",
                    "",
                    "SELECT * FROM orders WHERE id = " + id));
        case 14 ->
            log(millis, session, "checkpoint complete: wrote 12 buffers (0.1%)\ndistance=3 kB");
        default ->
            log(
                millis,
                session,
                "duration: "
                    + ms
                    + "  execute S_9: /*action='"
                    + id
                    + "'*/ INSERT INTO t (a, b) VALUES ($1, 'é')");
      }
    }
  }

  private void failure(long millis, int session, int id) {
    String[] messages = {
      "duplicate key value violates unique constraint \"orders_pkey\"",
      "invalid input syntax for type integer: \"Zoë " + id + "\"",
      "column \"größe" + id + "\" does not exist",
      "deadlock detected",
      "Zoë has no money"
    };
    String context = id % 5 == 4 ? "PL/pgSQL function f() line 3 at RAISE" : "";
    String sql = "SELECT * FROM orders WHERE id = " + id;
    events.add(new Event(millis, session, "ERROR", messages[id % 5], "", context, sql));
  }

  /** Some are over at once, some with a later wait, some with an error, some at the end. */
  private void lockWait(long millis, int session, int id) {
    String lock = " ShareLock on transaction " + id % 4 + " after ";
    String sql = "UPDATE t SET a = " + id;
    String wait =
        "process " + session + " still waiting for" + lock + "1000.1" + (10 + id % 90) + " ms";
    events.add(new Event(millis, session, "LOG", wait, "Process holding the lock: 7.", "", sql));
    if (id % 3 == 0) {
      String got = "process " + session + " acquired" + lock + "5000." + (100 + id % 90) + " ms";
      events.add(new Event(millis + 2, session, "LOG", got, "", "while updating", sql));
    }
  }

  private void log(long millis, int session, String message) {
    log(millis, session, message, "");
  }

  private void log(long millis, int session, String message, String detail) {
    events.add(new Event(millis, session, "LOG", message, detail, "", ""));
  }

  private static String time(long millis) {
    long second = millis / 1000;
    return String.format(
        java.util.Locale.ROOT,
        "2026-11-20 09:%02d:%02d.%03d UTC",
        second / 60 % 60,
        second % 60,
        millis % 1000);
  }

  /** With log_line_prefix {@code %m [%p] %q%u@%d/%a }. */
  String stderr() {
    StringBuilder log = new StringBuilder();
    for (Event event : events) {
      append(log, event);
    }
    return log.toString();
  }

  private static void append(StringBuilder log, Event event) {
    String prefix =
        time(event.millis)
            + " ["
            + (40 + event.session)
            + "] "
            + USERS[event.session]
            + "@shop/web ";
    line(log, prefix, event.severity, event.message);
    line(log, prefix, "DETAIL", event.detail);
    line(log, prefix, "CONTEXT", event.context);
    line(log, prefix, "STATEMENT", event.statement);
  }

  private static void line(StringBuilder log, String prefix, String label, String text) {
    if (!text.isEmpty()) {
      log.append(prefix)
          .append(label)
          .append(":  ")
          .append(text.replace("\n", "\n\t"))
          .append('\n');
    }
  }

  String csvlog() {
    StringBuilder log = new StringBuilder();
    int line = 0;
    for (Event event : events) {
      int pid = 40 + event.session;
      log.append(time(event.millis))
          .append(',')
          .append(csv(USERS[event.session]))
          .append(",\"shop\",");
      log.append(pid).append(",\"[local]\",6b00e090.").append(Integer.toHexString(pid)).append(',');
      log.append(++line)
          .append(",\"SELECT\",2026-11-20 09:00:00 UTC,3/7,0,")
          .append(event.severity);
      log.append(",00000,").append(csv(event.message)).append(',').append(csv(event.detail));
      log.append(",,,,").append(csv(event.context)).append(',').append(csv(event.statement));
      log.append(",,,\"web\",\"client backend\",,0\n");
    }
    return log.toString();
  }

  private static String csv(String text) {
    return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
  }

  String jsonlog() {
    StringBuilder log = new StringBuilder();
    int line = 0;
    for (Event event : events) {
      int pid = 40 + event.session;
      log.append("{\"timestamp\":").append(json(time(event.millis)));
      log.append(",\"user\":")
          .append(json(USERS[event.session]))
          .append(",\"dbname\":\"shop\",\"pid\":")
          .append(pid);
      log.append(",\"remote_host\":\"[local]\",\"session_id\":\"6b00e090.")
          .append(Integer.toHexString(pid));
      log.append("\",\"line_num\":")
          .append(++line)
          .append(",\"error_severity\":")
          .append(json(event.severity));
      log.append(",\"message\":").append(json(event.message));
      if (!event.detail.isEmpty()) {
        log.append(",\"detail\":").append(json(event.detail));
      }
      if (!event.context.isEmpty()) {
        log.append(",\"context\":").append(json(event.context));
      }
      if (!event.statement.isEmpty()) {
        log.append(",\"statement\":").append(json(event.statement));
      }
      log.append(
          ",\"application_name\":\"web\",\"backend_type\":\"client backend\",\"query_id\":0}\n");
    }
    return log.toString();
  }

  private static String json(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
  }

  /** How a syslog daemon stores messages. */
  enum Syslog {
    /** RFC 3164 with times in ISO form, tabs escaped. */
    ISO("2026-11-20T09:00:00.%06d+00:00 db1 postgres[%d]: ", true, true),
    /** RFC 3164 as it was, without a year; tabs as they are. */
    BSD("<134>Nov 20 09:00:%2$02d db1 postgres[%2$d]: ", true, false),
    /** RFC 5424. */
    VERSIONED("<134>1 2026-11-20T09:00:00.%06dZ db1 postgres %d - - ", true, true),
    /** With syslog_split_messages = off. */
    WHOLE("2026-11-20T09:00:00.%06d+00:00 db1 postgres[%d]: ", false, true),
    /** What the server writes to stderr, line by line, as journalctl prints it. */
    JOURNAL("Nov 20 09:00:%2$02d db1 postgres[%2$d]: ", false, false);

    private final String header;
    private final boolean pieces;
    private final boolean escaped;

    Syslog(String header, boolean pieces, boolean escaped) {
      this.header = header;
      this.pieces = pieces;
      this.escaped = escaped;
    }
  }

  /** The same text in syslog; lines of sessions interleave, in the order of each. */
  String syslog(Syslog style) {
    Random random = new Random(style.ordinal());
    List<Deque<String>> waiting = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      waiting.add(new ArrayDeque<>());
    }
    StringBuilder log = new StringBuilder();
    int number = 1;
    int lines = 0;
    int left = 0;
    for (Event event : events) {
      List<String> texts = texts(event, style, ++number);
      waiting.get(event.session).addAll(texts);
      left += texts.size();
      while (left > random.nextInt(5)) {
        lines += line(log, waiting, random.nextInt(SESSIONS), style, lines);
        left = waiting.stream().mapToInt(Deque::size).sum();
      }
    }
    for (int i = 0; left-- > 0; i += waiting.get(i).isEmpty() ? 1 : 0) {
      line(log, waiting, i, style, lines++);
    }
    return log.toString();
  }

  private static int line(
      StringBuilder log, List<Deque<String>> waiting, int session, Syslog style, int lines) {
    String text = waiting.get(session).poll();
    if (text == null) {
      return 0;
    }
    String escaped = style.escaped ? text.replace("\t", "#011").replace("\n", "#012") : text;
    log.append(String.format(java.util.Locale.ROOT, style.header, lines, 40 + session));
    log.append(escaped).append('\n');
    return 1;
  }

  /** The texts of the lines that a message takes. */
  private static List<String> texts(Event event, Syslog style, int number) {
    StringBuilder message = new StringBuilder();
    append(message, event);
    message.setLength(message.length() - 1);
    if (style == Syslog.WHOLE) {
      return List.of("[" + number + "] " + message);
    }
    List<String> lines = List.of(message.toString().split("\n", -1));
    if (!style.pieces) {
      return lines;
    }
    List<String> pieces = new ArrayList<>();
    for (String line : lines) {
      for (int from = 0; from < line.length(); from += PIECE) {
        String piece = line.substring(from, Math.min(line.length(), from + PIECE));
        pieces.add("[" + number + "-" + (pieces.size() + 1) + "] " + piece);
      }
    }
    return pieces;
  }
}
