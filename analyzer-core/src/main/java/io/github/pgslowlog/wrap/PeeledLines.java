package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;

/**
 * Lines less a layer. A subclass takes the layer off in {@link #next()} and calls one of the {@code
 * show} methods; what it does not say is that of the lines inside.
 */
abstract class PeeledLines implements Lines {
  private static final byte[] NOTHING = {};

  final Lines inner;
  private final String file;
  private final SkipListener skips;
  private byte[] text = NOTHING;
  private int from;
  private int to;
  private Part part = Part.LINE;
  private long stream;
  private long micros = NO_TIME;

  PeeledLines(Lines inner, String file, SkipListener skips) {
    this.inner = inner;
    this.file = file;
    this.skips = skips;
  }

  /** The line is a range of the line inside. */
  final void show(int start, int end) {
    show(inner.buffer(), start, end);
  }

  /** The line is a range of other bytes. */
  final void show(byte[] bytes, int start, int end) {
    text = bytes;
    from = start;
    to = end;
    part = inner.part();
    stream = inner.stream();
    micros = inner.headerMicros();
  }

  final void part(Part shown) {
    part = shown;
  }

  /** Sets the stream within the stream of the line inside. */
  final void stream(long own) {
    long outer = inner.stream();
    stream = outer == 0 ? own : outer * 31 + own;
  }

  final void time(long shown) {
    micros = shown == NO_TIME ? inner.headerMicros() : shown;
  }

  final void skip(SkipReason reason) {
    skips.skip(new Skip(reason, new Location(file, inner.line(), inner.offset()), 0));
  }

  @Override
  public abstract boolean next() throws IOException;

  @Override
  public final byte[] buffer() {
    return text;
  }

  @Override
  public final int start() {
    return from;
  }

  @Override
  public final int end() {
    return to;
  }

  @Override
  public boolean cut() {
    return inner.cut();
  }

  @Override
  public long offset() {
    return inner.offset();
  }

  @Override
  public long line() {
    return inner.line();
  }

  @Override
  public final long stream() {
    return stream;
  }

  @Override
  public final Part part() {
    return part;
  }

  @Override
  public final long headerMicros() {
    return micros;
  }

  @Override
  public long headerProcess() {
    return inner.headerProcess();
  }
}
