package io.github.pgslowlog.wrap;

import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonReader;
import io.github.pgslowlog.json.JsonText;
import io.github.pgslowlog.json.JsonType;
import io.github.pgslowlog.language.Labels;
import io.github.pgslowlog.language.Languages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code journalctl -o json}: a physical line of the server each.
 *
 * <p>Source: <a href="https://systemd.io/JOURNAL_EXPORT_FORMATS/">Journal Export Formats</a>:
 * {@code MESSAGE} is a string, or an array of its bytes as numbers if it is not printable UTF-8, or
 * null if it has more than 4096 bytes and {@code --all} was not given. The stream is the process
 * that wrote to the journal: the postmaster with the stdout transport, the backend with syslog.
 * Texts that came by syslog keep their chunk numbers ({@code [8-1] }), which are for the next layer
 * to join.
 */
final class JournaldLines extends EnvelopeLines {
  static final List<String> PATHS =
      List.of(
          "MESSAGE",
          "_PID",
          "_HOSTNAME",
          "__REALTIME_TIMESTAMP",
          "__CURSOR",
          "SYSLOG_IDENTIFIER",
          "_COMM",
          "_SYSTEMD_UNIT",
          "CONTAINER_NAME");

  private static final int MESSAGE = 0;
  private static final int PID = 1;
  private static final int HOSTNAME = 2;
  private static final int REALTIME = 3;
  private static final int CURSOR = 4;
  private static final int FIRST_NAME = 5;
  private static final Labels SEVERITIES = Languages.all().labels();

  /** Sessions at a time; those forgotten are known again at their next message. */
  private static final int MAX_STREAMS = 1024;

  private final JsonReader elements = new JsonReader();
  private final Set<Long> serverStreams = new HashSet<>();

  JournaldLines(PeelSource source) {
    super(source, PATHS, Part.CONTINUED);
  }

  static boolean matches(JsonFieldReader fields) {
    return fields.has(MESSAGE)
        && (fields.has(PID)
            || fields.has(REALTIME)
            || fields.has(CURSOR)
            || fields.has(FIRST_NAME));
  }

  @Override
  Outcome open() {
    switch (fields.type(MESSAGE)) {
      case STRING -> fields.append(MESSAGE, text);
      case ARRAY -> appendArray();
      case NULL -> {
        return hasServerName() ? Outcome.OVERSIZED : Outcome.OTHER_PROGRAM;
      }
      default -> {
        return Outcome.OTHER_PROGRAM;
      }
    }
    if (!hasServerName() && !looksLikeServer()) {
      return Outcome.OTHER_PROGRAM;
    }
    if (serverStreams.size() == MAX_STREAMS) {
      serverStreams.clear();
    }
    serverStreams.add(streamOfObject());
    return Outcome.TEXT;
  }

  /** Bytes as numbers; or strings, if a program set the field more than once: the first counts. */
  private void appendArray() {
    elements.reset(fields.buffer(), fields.from(MESSAGE), fields.to(MESSAGE));
    boolean more = elements.enter();
    while (more && elements.next()) {
      JsonType type = elements.type();
      elements.skip();
      if (type == JsonType.STRING) {
        JsonText.append(fields.buffer(), elements.valueFrom(), elements.valueTo(), text);
        more = false;
      } else {
        text.append(number(elements.valueFrom(), elements.valueTo()));
      }
    }
  }

  private int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + fields.buffer()[i] - '0';
    }
    return number;
  }

  /** Whether a name of the program says that it is the server; there may be several names. */
  private boolean hasServerName() {
    boolean server = false;
    for (int field = FIRST_NAME; field < PATHS.size(); field++) {
      if (fields.type(field) == JsonType.STRING) {
        if (ServerNames.isOther(fields.buffer(), fields.from(field), fields.to(field))) {
          return false;
        }
        server |= ServerNames.isServer(fields.buffer(), fields.from(field), fields.to(field));
      }
    }
    return server;
  }

  /** The names are free to choose: a line that looks like one of the server, and what follows. */
  private boolean looksLikeServer() {
    boolean continuation =
        text.length() > 0
            && (text.array()[0] == '\t' || text.array()[0] == '[')
            && serverStreams.contains(streamOfObject());
    return continuation || SEVERITIES.firstColon(text.array(), 0, text.length()) >= 0;
  }

  @Override
  long streamOfObject() {
    return stream(HOSTNAME, PID);
  }
}
