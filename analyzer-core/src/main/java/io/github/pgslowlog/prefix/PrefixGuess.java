package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.LabelForm;
import io.github.pgslowlog.language.Languages;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a prefix off one line of a log, for prefixes nobody has listed.
 *
 * <p>{@code 2026-11-20 09:00:03 UTC [4001] user=app,db=shop LOG: ...} gives {@code %t [%p]
 * user=%u,db=%d }. What is not recognised stays literal, so a guess counts only if it fits the
 * other lines too.
 */
final class PrefixGuess {
  private static final Pattern MESSAGE =
      Pattern.compile("^\\s*[{\\[]\"|duration: |statement: |,\"");
  private static final String ZONE = "(?:[A-Za-z]{1,6}|[+-]\\d{2,6})";
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<milliseconds>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} "
              + ZONE
              + ")|(?<seconds>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d "
              + ZONE
              + ")|(?<epoch>\\b\\d{10}\\.\\d{3}\\b)"
              + "|(?<session>\\b[0-9a-f]{8}\\.[0-9a-f]+\\b)"
              + "|\\b(?<key>[A-Za-z_]+)(?<equals>[=:] ?)(?<value>[^,\\s\\]|]*)"
              + "|(?<remote>(?:\\[local\\]|[\\w.:-]+\\(\\d+\\)))"
              + "|\\[(?<line>\\d+)-1\\]"
              + "|\\[(?<process>\\d+)(?:-(?<processLine>\\d+))?\\]"
              + "|(?<virtual>\\b\\d+/\\d+\\b)"
              + "|(?<user>[\\w.-]+)@(?<database>[\\w.-]+)"
              + "|(?<percent>%)");

  private PrefixGuess() {}

  static Optional<LogLinePrefix> of(Slice line, Languages languages) {
    byte[] b = line.array();
    int colon = languages.labels().firstColon(b, line.from(), line.to());
    LabelForm label = colon < 0 ? null : languages.labels().at(b, line.from(), colon, line.to());
    if (label == null) {
      return Optional.empty();
    }
    String head = Slice.of(b, line.from(), colon - label.word().length).text();
    Matcher piece = PIECE.matcher(head);
    StringBuilder format = new StringBuilder();
    int copied = 0;
    boolean timeSeen = false;
    while (piece.find()) {
      format.append(head, copied, piece.start());
      String escape = escape(piece, timeSeen);
      format.append(escape);
      timeSeen |= escape.equals("%m") || escape.equals("%t") || escape.equals("%n");
      copied = piece.end();
    }
    format.append(head.substring(copied));
    return timeSeen && !isMessage(format)
        ? Optional.of(LogLinePrefix.parse(format.toString()))
        : Optional.empty();
  }

  /** A label inside the text of a message, or of another format, is no end of a prefix. */
  private static boolean isMessage(CharSequence format) {
    return MESSAGE.matcher(format).find();
  }

  private static String escape(Matcher piece, boolean timeSeen) {
    if (piece.group("milliseconds") != null) {
      return "%m";
    }
    if (piece.group("seconds") != null) {
      return timeSeen ? "%s" : "%t";
    }
    if (piece.group("epoch") != null) {
      return "%n";
    }
    if (piece.group("session") != null) {
      return "%c";
    }
    if (piece.group("key") != null) {
      return keyed(piece.group("key"), piece.group("equals"), piece.group("value"));
    }
    if (piece.group("remote") != null) {
      return "%r";
    }
    if (piece.group("line") != null) {
      return "[%l-1]";
    }
    if (piece.group("process") != null) {
      return piece.group("processLine") == null ? "[%p]" : "[%p-%l]";
    }
    if (piece.group("virtual") != null) {
      return "%v";
    }
    return piece.group("percent") != null ? "%%" : "%u@%d";
  }

  private static String keyed(String key, String equals, String value) {
    String escape =
        switch (key.toLowerCase(java.util.Locale.ROOT)) {
          case "user", "usr", "u", "username" -> "%u";
          case "db", "database", "dbname", "d" -> "%d";
          case "app", "application", "application_name", "appname", "a" -> "%a";
          case "client", "host", "remote", "h" -> value.contains("(") ? "%r" : "%h";
          case "pid", "p", "process" -> "%p";
          case "session", "sess", "sid", "c" -> "%c";
          case "line", "l" -> "%l";
          case "txid", "xid", "trx", "x" -> "%x";
          case "vxid", "vtid", "v" -> "%v";
          case "query_id", "queryid", "qid" -> "%Q";
          case "state", "sqlstate", "error", "e" -> "%e";
          case "backend", "type", "b" -> "%b";
          case "tag", "cmd", "command", "i" -> "%i";
          default -> value.replace("%", "%%");
        };
    return key + equals + escape;
  }
}
