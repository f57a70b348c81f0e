package io.github.pgslowlog.wrap;

import org.jspecify.annotations.Nullable;

/** What the part of a header behind the time says: host, tag and process. */
public final class SyslogSender {
  final byte[] header;
  final boolean versioned;
  final boolean hasTag;
  final boolean server;
  final long stream;
  final long process;

  /** Where the digits of the process stand, counted from behind the time. */
  final int processFrom;

  final int processTo;

  /** A place for what a reader knows of it. */
  private @Nullable Object note;

  SyslogSender(byte[] header, int timeEnd, SyslogHeader read) {
    this.header = header;
    this.versioned = read.isVersioned();
    this.hasTag = read.hasTag();
    this.server = hasTag && read.namesServer();
    this.stream = read.stream();
    this.process = read.process();
    this.processFrom = read.processFrom() - timeEnd;
    this.processTo = read.processTo() - timeEnd;
  }

  /**
   * Its stream.
   *
   * @return a number for host, tag and process
   */
  public long stream() {
    return stream;
  }

  /**
   * What was noted on it.
   *
   * @return the note, null if there is none
   */
  public @Nullable Object note() {
    return note;
  }

  /**
   * Notes something on it, until it is forgotten.
   *
   * @param something any object
   */
  public void note(Object something) {
    note = something;
  }
}
