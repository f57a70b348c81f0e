package io.github.pgslowlog.bytes;

/** Lines that somebody makes of other lines: what {@link #hand} was given last is the line. */
public abstract class DerivedLines implements Lines {
  private byte[] buffer = {};
  private int start;
  private int end;
  private boolean cut;
  private long offset;
  private long line;
  private long stream;
  private Part part = Part.LINE;
  private long headerMicros = NO_TIME;
  private long headerProcess = NO_PROCESS;

  /** Starts with no line. */
  protected DerivedLines() {}

  /**
   * Sets the place of the lines that follow.
   *
   * @param place its physical line, its offset, its stream and what its header shows
   */
  protected final void place(Lines place) {
    place(place.line(), place.offset(), place.stream());
    headerMicros = place.headerMicros();
    headerProcess = place.headerProcess();
  }

  /**
   * Sets the place of the lines that follow.
   *
   * @param newLine number of the physical line
   * @param newOffset offset of the physical line
   * @param newStream the stream, 0 if there is only one
   */
  protected final void place(long newLine, long newOffset, long newStream) {
    line = newLine;
    offset = newOffset;
    stream = newStream;
  }

  /**
   * Sets the line.
   *
   * @param newPart how it goes on with the one before it
   * @param bytes holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @param isCut whether only its head is there
   * @return true, for {@link #next()} to return
   */
  protected final boolean hand(Part newPart, byte[] bytes, int from, int to, boolean isCut) {
    part = newPart;
    buffer = bytes;
    start = from;
    end = to;
    cut = isCut;
    return true;
  }

  /**
   * Hands a line on as it is.
   *
   * @param given the line
   * @return true, for {@link #next()} to return
   */
  protected final boolean pass(Lines given) {
    place(given);
    return hand(given.part(), given.buffer(), given.start(), given.end(), given.cut());
  }

  @Override
  public final byte[] buffer() {
    return buffer;
  }

  @Override
  public final int start() {
    return start;
  }

  @Override
  public final int end() {
    return end;
  }

  @Override
  public final boolean cut() {
    return cut;
  }

  @Override
  public final long offset() {
    return offset;
  }

  @Override
  public final long line() {
    return line;
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
    return headerMicros;
  }

  @Override
  public final long headerProcess() {
    return headerProcess;
  }
}
