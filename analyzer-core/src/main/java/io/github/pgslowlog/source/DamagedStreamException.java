package io.github.pgslowlog.source;

import java.io.IOException;

/** A compressed stream that cannot be read on; all bytes before the damage were returned. */
public final class DamagedStreamException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is damaged and where.
   *
   * @param message format, offset in the compressed stream, and why
   */
  public DamagedStreamException(String message) {
    super(message);
  }

  static DamagedStreamException at(String format, long offset, String why) {
    return new DamagedStreamException(format + " stream damaged at byte " + offset + ": " + why);
  }
}
