package io.github.pgslowlog.benchmarks.generator;

/**
 * Text with {@code log_line_prefix = '%m [%p] %q%u@%d/%a '}. A line feed inside a message is
 * followed by a tab ({@code append_with_tabs} of the server's {@code elog.c}).
 */
final class StderrWriter implements LogWriter {
  private static final int TIME = "2026-11-20 09:00:03.941 UTC [".length();

  private final Stamp stamp = new Stamp(' ');

  @Override
  public void write(Event event, Text out) {
    line(event, event.severity, event.message, out);
    if (event.cursor > 0) {
      out.length--;
      out.append(" at character ").append(event.cursor).append('\n');
    }
    secondary(event, "DETAIL", event.detail, out);
    secondary(event, "HINT", event.hint, out);
    secondary(event, "CONTEXT", event.context, out);
    secondary(event, "STATEMENT", event.statement, out);
  }

  private void secondary(Event event, String label, Text text, Text out) {
    if (!text.isEmpty()) {
      line(event, label, text, out);
    }
  }

  private void line(Event event, String label, Text text, Text out) {
    Session session = event.session;
    stamp.appendMillis(out, event.micros).append(" [").append(session.process).append("] ");
    if (!session.isBackground()) {
      orUnknown(out, session.user).append('@');
      orUnknown(out, session.database).append('/');
      orUnknown(out, session.application).append(' ');
    }
    out.append(label).append(":  ");
    tabbed(out, text);
    out.append('\n');
  }

  private static Text orUnknown(Text out, byte[] name) {
    return out.append(name.length == 0 ? Session.UNKNOWN : name);
  }

  private static void tabbed(Text out, Text text) {
    byte[] from = text.bytes;
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (from[i] == '\n') {
        out.append(from, start, i + 1).append('\t');
        start = i + 1;
      }
    }
    out.append(from, start, text.length);
  }

  /** How many bytes {@link #write} appends. */
  static long size(Event event) {
    Session session = event.session;
    int head = TIME + width(session.process) + "] :  \n".length();
    if (!session.isBackground()) {
      head += name(session.user) + name(session.database) + name(session.application) + 3;
    }
    long size = (long) head + event.severity.length() + text(event.message);
    size += event.cursor > 0 ? " at character ".length() + width(event.cursor) : 0;
    size += event.detail.isEmpty() ? 0 : head + "DETAIL".length() + text(event.detail);
    size += event.hint.isEmpty() ? 0 : head + "HINT".length() + text(event.hint);
    size += event.context.isEmpty() ? 0 : head + "CONTEXT".length() + text(event.context);
    size += event.statement.isEmpty() ? 0 : head + "STATEMENT".length() + text(event.statement);
    return size;
  }

  private static int name(byte[] name) {
    return name.length == 0 ? Session.UNKNOWN.length : name.length;
  }

  private static int text(Text text) {
    return text.length + text.lineFeeds();
  }

  private static int width(int number) {
    return Integer.toString(number).length();
  }
}
