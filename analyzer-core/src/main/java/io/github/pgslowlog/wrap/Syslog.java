package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;

/**
 * What syslog daemons write, and what prints like it: journalctl in its short forms, Heroku.
 *
 * <p>See {@link SyslogHeader} for the headers, {@link ChunkNumber} and {@link Pieces} for messages
 * in pieces, {@link OctetFrames} for frames with counts.
 */
final class Syslog implements Wrapper {
  private final WrapOptions options;
  private final boolean behindTabs;

  Syslog(WrapOptions options) {
    this(options, false);
  }

  private Syslog(WrapOptions options, boolean behindTabs) {
    this.options = options;
    this.behindTabs = behindTabs;
  }

  boolean hasDefaults() {
    return options.equals(WrapOptions.defaults());
  }

  @Override
  public String title() {
    return "syslog";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    int at = Chars.digitsEnd(buffer, from, to);
    boolean counted = at > from && SyslogHeader.priorityEnd(buffer, at + 1, to) > at + 1;
    SyslogHeader header = new SyslogHeader(options);
    return header.read(buffer, counted ? at + 1 : from, to) && header.hasTag();
  }

  /** {@inheritDoc} A frame with its count may hold line feeds, and need not end with one. */
  @Override
  public boolean isShownBy(byte[] buffer, int from, int to) {
    return Chars.digitsEnd(buffer, from, to) > from && matches(buffer, from, to);
  }

  @Override
  public Wrapper behindTabs() {
    return new Syslog(options, true);
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new SyslogLines(lines, file, skips, options, behindTabs);
  }
}
