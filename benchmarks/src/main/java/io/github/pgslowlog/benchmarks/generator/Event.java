package io.github.pgslowlog.benchmarks.generator;

/** One message of the server, in the words of no format; used again for every message. */
final class Event {
  final Text message = new Text(1 << 14);
  final Text detail = new Text(1 << 12);
  final Text hint = new Text(256);
  final Text context = new Text(512);
  final Text statement = new Text(1 << 14);
  long micros;
  Session session;
  String severity = "LOG";
  String sqlState = "00000";
  String tag = "";
  int cursor;
  int line;
  int virtualTransaction;
  long transaction;
  long queryId;

  Event(Session session) {
    this.session = session;
  }

  /** Starts another message. */
  Event start(long atMicros, Session of, String commandTag) {
    message.clear();
    detail.clear();
    hint.clear();
    context.clear();
    statement.clear();
    micros = atMicros;
    session = of;
    severity = "LOG";
    sqlState = "00000";
    tag = commandTag;
    cursor = 0;
    line = of.nextLine();
    virtualTransaction = of.isBackground() ? 0 : of.nextTransaction();
    transaction = 0;
    queryId = 0;
    return this;
  }

  Event error(String severityName, String state) {
    severity = severityName;
    sqlState = state;
    return this;
  }
}
