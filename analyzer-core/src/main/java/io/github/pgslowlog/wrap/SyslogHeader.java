package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header that a syslog daemon or journalctl puts in front of a message. Hot path:
 * mutable, reused.
 *
 * <pre>
 * &lt;134&gt;Nov 21 00:10:24 host postgres[123]: text         RFC 3164, time in any form, host may lack
 * &lt;134&gt;1 2026-11-21T00:10:24Z host postgres 123 - - text  RFC 5424
 * 2019-03-14T00:22:56+00:00 app[postgres.4882]: text       Heroku's command line
 * </pre>
 */
final class SyslogHeader {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final HeaderTime time;
  private byte @Nullable [] line;
  private boolean hasTime;
  private boolean versioned;
  private int hostFrom;
  private int hostTo;
  private int tagFrom;
  private int tagTo;
  private int processFrom;
  private int processTo;
  private int textFrom;

  SyslogHeader(WrapOptions options) {
    time = new HeaderTime(options.year(), options.zone());
  }

  /**
   * Reads a header. One without a tag ({@code last message repeated 2 times}) is a header too:
   * {@link #hasTag()} is false.
   */
  boolean read(byte[] buffer, int from, int to) {
    line = buffer;
    int at = priorityEnd(buffer, from, to);
    clear(at);
    versioned = isVersion(buffer, at, to);
    if (versioned) {
      return rfc5424(buffer, at + 2, to);
    }
    hasTime = true;
    return time.read(buffer, at, to)
        && Chars.at(buffer, time.end(), to, ' ')
        && hostAndTag(buffer, time.end() + 1, to);
  }

  private void clear(int at) {
    hostFrom = at;
    hostTo = at;
    tagFrom = at;
    tagTo = at;
    processFrom = at;
    processTo = at;
  }

  /** Behind {@code <134>}. */
  static int priorityEnd(byte[] buffer, int from, int to) {
    if (!Chars.at(buffer, from, to, '<')) {
      return from;
    }
    int end = Chars.digitsEnd(buffer, from + 1, to);
    boolean shown = end > from + 1 && end <= from + 4 && Chars.at(buffer, end, to, '>');
    return shown ? end + 1 : from;
  }

  private static boolean isVersion(byte[] buffer, int at, int to) {
    return Chars.at(buffer, at, to, '1')
        && Chars.at(buffer, at + 1, to, ' ')
        && at + 2 < to
        && (Chars.isDigit(buffer[at + 2]) || buffer[at + 2] == '-');
  }

  private boolean hostAndTag(byte[] buffer, int from, int to) {
    int at = from;
    while (Chars.at(buffer, at, to, ' ')) {
      at++;
    }
    int end = Chars.find(buffer, at, to, ' ');
    if (tag(buffer, at, end, to)) {
      return true;
    }
    hostFrom = at;
    hostTo = end;
    int next = Math.min(to, end + 1);
    textFrom = next;
    tag(buffer, next, Chars.find(buffer, next, to, ' '), to);
    return hostTo > hostFrom;
  }

  /** A word {@code name:} or {@code name[process]:}. */
  private boolean tag(byte[] buffer, int from, int end, int to) {
    int colon = end - 1;
    if (colon <= from || buffer[colon] != ':') {
      return false;
    }
    boolean closed = buffer[colon - 1] == ']';
    int open = closed ? lastBracket(buffer, from, colon) : colon;
    if (open <= from || !closed && isLabel(buffer, from, colon, end, to)) {
      return false;
    }
    tagFrom = from;
    tagTo = open;
    processFrom = closed ? open + 1 : colon;
    processTo = closed ? colon - 1 : colon;
    textFrom = Math.min(to, end + 1);
    return true;
  }

  private static int lastBracket(byte[] buffer, int from, int to) {
    int at = to - 1;
    while (at > from && buffer[at] != '[') {
      at--;
    }
    return at;
  }

  /** {@code LOG:} and its like, which stand first in lines without log_line_prefix. */
  private static boolean isLabel(byte[] buffer, int from, int colon, int end, int to) {
    boolean blanks = Chars.at(buffer, end, to, ' ') && Chars.at(buffer, end + 1, to, ' ');
    for (int i = from; i < colon && blanks; i++) {
      blanks = buffer[i] < 'a' || buffer[i] > 'z';
    }
    return blanks;
  }

  private boolean rfc5424(byte[] buffer, int from, int to) {
    hasTime = !Chars.at(buffer, from, to, '-');
    int at = from + 1;
    if (hasTime) {
      if (!time.iso(buffer, from, to)) {
        return false;
      }
      at = time.end();
    }
    if (!Chars.at(buffer, at, to, ' ')) {
      return false;
    }
    hostFrom = at + 1;
    hostTo = Chars.find(buffer, hostFrom, to, ' ');
    tagFrom = Math.min(to, hostTo + 1);
    tagTo = Chars.find(buffer, tagFrom, to, ' ');
    processFrom = Math.min(to, tagTo + 1);
    processTo = Chars.find(buffer, processFrom, to, ' ');
    int messageFrom = Math.min(to, processTo + 1);
    int messageTo = Chars.find(buffer, messageFrom, to, ' ');
    if (messageTo == messageFrom) {
      return false;
    }
    textFrom = text(buffer, structuredDataEnd(buffer, Math.min(to, messageTo + 1), to), to);
    return true;
  }

  /** Logplex leaves the structured data out, so a chunk number there is one. */
  private static int structuredDataEnd(byte[] buffer, int from, int to) {
    if (Chars.at(buffer, from, to, '-')) {
      return from + 1;
    }
    int at = from;
    while (Chars.at(buffer, at, to, '[') && !startsWithNumber(buffer, at + 1, to)) {
      int end = elementEnd(buffer, at, to);
      if (end == to && buffer[to - 1] != ']') {
        return from;
      }
      at = end;
    }
    return at;
  }

  private static boolean startsWithNumber(byte[] buffer, int from, int to) {
    int end = Chars.digitsEnd(buffer, from, to);
    return end > from && (Chars.at(buffer, end, to, ']') || Chars.at(buffer, end, to, '-'));
  }

  /** Behind {@code [id name="value"]}; a backslash takes {@code "} and {@code ]} their meaning. */
  private static int elementEnd(byte[] buffer, int from, int to) {
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      if (quoted && buffer[i] == '\\') {
        i++;
      } else if (buffer[i] == '"') {
        quoted = !quoted;
      } else if (buffer[i] == ']' && !quoted) {
        return i + 1;
      }
    }
    return to;
  }

  /** Daemons that copy RFC 3164 texts leave the blank that stood behind its tag. */
  private static int text(byte[] buffer, int from, int to) {
    int at = Chars.at(buffer, from, to, ' ') ? from + 1 : from;
    if (at + BYTE_ORDER_MARK.length <= to
        && buffer[at] == BYTE_ORDER_MARK[0]
        && buffer[at + 1] == BYTE_ORDER_MARK[1]
        && buffer[at + 2] == BYTE_ORDER_MARK[2]) {
      at += BYTE_ORDER_MARK.length;
    }
    return Chars.at(buffer, at, to, ' ') ? at + 1 : at;
  }

  boolean hasTag() {
    return tagTo > tagFrom;
  }

  /** Whether tag or process name PostgreSQL. */
  boolean namesServer() {
    return line != null
        && !ServerNames.isOther(line, tagFrom, tagTo)
        && (ServerNames.isServer(line, tagFrom, tagTo)
            || ServerNames.isServer(line, processFrom, processTo));
  }

  /** A number for host, tag and process. */
  long stream() {
    return line == null ? 0 : hash(hash(tag(), hostFrom, hostTo), processFrom, processTo);
  }

  /** A number for the tag. */
  long tag() {
    return hash(0, tagFrom, tagTo);
  }

  private long hash(long seed, int from, int to) {
    return line == null ? 0 : Chars.hash(seed, line, from, to);
  }

  /** The process as number, -1 if it is none. */
  long process() {
    return line == null ? -1 : Chars.number(line, processFrom, processTo);
  }

  /** Index of the first byte of the message. */
  int textFrom() {
    return textFrom;
  }

  /** Index behind the time, of a header that has one. */
  int timeEnd() {
    return hasTime ? time.end() : -1;
  }

  /** Whether it has the form of RFC 5424. */
  boolean isVersioned() {
    return versioned;
  }

  /** Index of the first digit of the process. */
  int processFrom() {
    return processFrom;
  }

  int processTo() {
    return processTo;
  }

  long micros() {
    return hasTime ? time.micros() : Lines.NO_TIME;
  }
}
