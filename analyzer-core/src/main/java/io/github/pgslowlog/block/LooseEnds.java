package io.github.pgslowlog.block;

import io.github.pgslowlog.wrap.SyslogLine.Numbering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties a block to those before and behind it, where lines of several processes interleave: a
 * message ends when the next of its process starts, so that nearly each block has for each process
 * a first message, with which one of an earlier block ends, and a last one, which ends later.
 *
 * <p>Empty for logs in which each message ends before the next starts.
 */
public final class LooseEnds {
  private final List<Event> events = new ArrayList<>();
  private final List<Touched> touched = new ArrayList<>();
  @Nullable Numbering numbering;
  boolean sawTabs;
  boolean sawEscapedTabs;
  private boolean endsWithOther;
  private boolean hasLines;
  private int lastFrom;
  private int lastTo;
  private int lastLine;

  LooseEnds() {}

  /** What happened. */
  public enum Kind {
    /** The first message of a process in the block starts. */
    START,
    /** A line of a process stands before its first message in the block. */
    REST,
    /** A line is of another program. */
    OTHER
  }

  /**
   * Something that blocks before have to do with, or that is told.
   *
   * @param kind what
   * @param stream the process, 0 for other programs
   * @param records number of records of the block before it
   * @param messages number of messages of the block that ended before it
   * @param lastTime time of the last of these, or {@link BlockRecords#NO_TIME}
   * @param from index of the first byte of its line
   * @param to index behind the last byte of its line
   * @param line its line, 0 for the first of the block
   * @param number number of its message, of a piece that starts no section; else negative
   * @param piece number of the piece, likewise
   */
  public record Event(
      Kind kind,
      long stream,
      int records,
      long messages,
      long lastTime,
      int from,
      int to,
      int line,
      long number,
      long piece) {}

  /**
   * A process that has lines in the block.
   *
   * @param stream the process
   * @param open the lines of its message under way, null if none started in the block
   */
  public record Touched(long stream, @Nullable RawLines open) {}

  void clear() {
    events.clear();
    touched.clear();
    numbering = null;
    sawTabs = false;
    sawEscapedTabs = false;
    endsWithOther = false;
    hasLines = false;
  }

  void add(Event event) {
    events.add(event);
  }

  void add(Touched process) {
    touched.add(process);
  }

  /** The last line that was read. */
  void last(int from, int to, int line, boolean other) {
    lastFrom = from;
    lastTo = to;
    lastLine = line;
    endsWithOther = other;
    hasLines = true;
  }

  /**
   * What happened, in the order of the log.
   *
   * @return the events
   */
  public List<Event> events() {
    return events;
  }

  /**
   * The processes that have lines in the block.
   *
   * @return the one with the last line last
   */
  public List<Touched> touched() {
    return touched;
  }

  /**
   * The numbers that its messages start with, which are of one kind.
   *
   * @return the kind, null if the block has no message
   */
  public @Nullable Numbering numbering() {
    return numbering;
  }

  /**
   * Whether a text had a tab.
   *
   * @return whether one had
   */
  public boolean sawTabs() {
    return sawTabs;
  }

  /**
   * Whether tabs were escaped.
   *
   * @return whether one was
   */
  public boolean sawEscapedTabs() {
    return sawEscapedTabs;
  }

  /**
   * Whether any line was read.
   *
   * @return whether one was
   */
  public boolean hasLines() {
    return hasLines;
  }

  /**
   * The last line, if it is of another program.
   *
   * @param b holds the block
   * @param offset place of the block in the log
   * @param linesBefore lines before the block
   * @return a copy, null if a server wrote the last line
   */
  public @Nullable RawLines lastOther(byte[] b, long offset, long linesBefore) {
    if (!endsWithOther) {
      return null;
    }
    RawLines line = new RawLines();
    line.add(b, lastFrom, lastTo, offset + lastFrom, linesBefore + lastLine + 1);
    return line;
  }
}
