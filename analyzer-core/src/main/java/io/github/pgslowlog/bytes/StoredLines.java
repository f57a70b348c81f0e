package io.github.pgslowlog.bytes;

import io.github.pgslowlog.diagnostics.SkipListener;
import java.io.IOException;

/** The lines of a log as they are stored, before any wrapper is taken off. */
public interface StoredLines extends Lines {
  /**
   * Offset behind what was read last, its line feed included.
   *
   * @return bytes read so far
   */
  long nextOffset();

  /**
   * Ends lines at NUL bytes too, which no server writes: copytruncate and power failures leave runs
   * of them.
   *
   * @param log name of the log
   * @param listener is told of each run
   * @return this
   */
  StoredLines withoutNulBytes(String log, SkipListener listener);

  /**
   * Takes a carriage return off the end of every line, as logs of Windows servers need.
   *
   * @return this
   */
  StoredLines withoutCarriageReturns();

  /**
   * Tells that the stream begins behind some part of the log.
   *
   * @param linesBefore number of lines before it
   * @param bytesBefore number of bytes before it
   * @return this
   */
  StoredLines behind(long linesBefore, long bytesBefore);

  /**
   * Goes to the end of the line that the stream stands in, so that {@link #next()} gives the line
   * behind it.
   *
   * @return false at the end of the stream
   * @throws IOException when the stream cannot go on
   */
  boolean skipRestOfLine() throws IOException;
}
