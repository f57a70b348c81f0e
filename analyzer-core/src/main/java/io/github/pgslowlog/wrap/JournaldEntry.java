package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is needed of the fields of one entry of the journal. Mutable, reused. */
final class JournaldEntry {
  private static final byte[] MESSAGE = bytes("MESSAGE");
  private static final byte[] IDENTIFIER = bytes("SYSLOG_IDENTIFIER");
  private static final byte[] COMMAND = bytes("_COMM");
  private static final byte[] UNIT = bytes("_SYSTEMD_UNIT");
  private static final byte[] HOST = bytes("_HOSTNAME");
  private static final byte[] PROCESS = bytes("_PID");
  private static final byte[] SYSLOG_PROCESS = bytes("SYSLOG_PID");
  private static final byte[] TIME = bytes("__REALTIME_TIMESTAMP");

  private final LineBuffer message;
  private boolean hasMessage;
  private boolean namesServer;
  private boolean namesOther;
  private long tag;
  private long host;
  private long process;
  private long syslogProcess;
  private long micros;

  JournaldEntry(int maxMessageBytes) {
    message = new LineBuffer(maxMessageBytes);
    clear();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void clear() {
    message.clear();
    hasMessage = false;
    namesServer = false;
    namesOther = false;
    tag = 0;
    host = 0;
    process = Lines.NO_PROCESS;
    syslogProcess = Lines.NO_PROCESS;
    micros = Lines.NO_TIME;
  }

  /** Whether a key is that of the message, whose value may be long. */
  static boolean isMessage(byte[] key, int from, int to) {
    return is(key, from, to, MESSAGE);
  }

  private static boolean is(byte[] key, int from, int to, byte[] name) {
    return Arrays.equals(key, from, to, name, 0, name.length);
  }

  void message(byte[] value, int from, int to) {
    hasMessage = true;
    message.append(value, from, to);
  }

  void messageCut(boolean cut) {
    message.cut(cut);
  }

  /** Takes a field {@code KEY=value} in one array. */
  void field(byte[] line, int from, int equalsSign, int to) {
    int value = equalsSign + 1;
    if (isMessage(line, from, equalsSign)) {
      message(line, value, to);
    } else if (is(line, from, equalsSign, IDENTIFIER)) {
      tag = Chars.hash(0, line, value, to);
      name(line, value, to);
    } else if (is(line, from, equalsSign, COMMAND) || is(line, from, equalsSign, UNIT)) {
      name(line, value, to);
    } else if (is(line, from, equalsSign, HOST)) {
      host = Chars.hash(0, line, value, to);
    } else if (is(line, from, equalsSign, PROCESS)) {
      process = Chars.number(line, value, to);
    } else if (is(line, from, equalsSign, SYSLOG_PROCESS)) {
      syslogProcess = Chars.number(line, value, to);
    } else if (is(line, from, equalsSign, TIME)) {
      long number = Chars.number(line, value, to);
      micros = number < 0 ? Lines.NO_TIME : number;
    }
  }

  private void name(byte[] value, int from, int to) {
    namesServer |= ServerNames.isServer(value, from, to);
    namesOther |= ServerNames.isOther(value, from, to);
  }

  boolean hasMessage() {
    return hasMessage;
  }

  boolean namesServer() {
    return namesServer && !namesOther;
  }

  LineBuffer message() {
    return message;
  }

  long tag() {
    return tag;
  }

  long stream() {
    long writer = syslogProcess == Lines.NO_PROCESS ? process : syslogProcess;
    return (tag * 31 + host) * 31 + writer;
  }

  /** The process that called syslog(); {@code _PID} may be that of the whole unit. */
  long syslogProcess() {
    return syslogProcess;
  }

  long micros() {
    return micros;
  }
}
