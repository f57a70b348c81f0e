package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.fingerprint.Tags;
import io.github.pgslowlog.statement.StatementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block of a log holds, in the order of the log: duration messages that tell all by
 * themselves as numbers in columns, the rarer messages that need their session as {@link LogEntry}.
 *
 * <p>Hot path: reused from block to block; texts are places in the block's own bytes or in the
 * scratch bytes, good until {@link #clear()}.
 */
public final class BlockRecords {
  /** No time is shown. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** The first messages of a log, from which its language is told. */
  private static final int FIRST_MESSAGES = 100;

  private static final int FIRST_MESSAGE_BYTES = 200;
  private static final int FIRST_RECORDS = 1024;

  /** Twice the texts of an ordinary block. */
  private static final int KEPT_SCRATCH_BYTES = 2 << 20;

  private static final StatementKind[] KINDS = StatementKind.values();

  /** For texts that are not in the block as the server meant them. */
  ByteAccumulator scratch = new ByteAccumulator();

  private final LooseEnds looseEnds = new LooseEnds();
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Slice> firstMessages = new ArrayList<>();
  private int size;
  private int lines;
  private long messages;
  private long firstTime = NO_TIME;
  private long lastTime = NO_TIME;

  private @Nullable KnownStatement[] statements = new KnownStatement[FIRST_RECORDS];
  private @Nullable Origin[] origins = new Origin[FIRST_RECORDS];
  private byte[] kinds = new byte[FIRST_RECORDS];
  private long[] times = new long[FIRST_RECORDS];
  private long[] durations = new long[FIRST_RECORDS];
  private long[] offsets = new long[FIRST_RECORDS];
  private long[] textKeys = new long[FIRST_RECORDS];
  private @Nullable Tags[] tags = new Tags[FIRST_RECORDS];
  private byte[] @Nullable [] sqls = new byte[FIRST_RECORDS][];
  private int[] sqlFroms = new int[FIRST_RECORDS];
  private int[] sqlTos = new int[FIRST_RECORDS];
  private byte[] @Nullable [] details = new byte[FIRST_RECORDS][];
  private int[] detailFroms = new int[FIRST_RECORDS];
  private int[] detailTos = new int[FIRST_RECORDS];

  /** Starts empty. */
  public BlockRecords() {}

  /** Forgets everything and keeps the room, but for what a huge text took. */
  public void clear() {
    Arrays.fill(statements, 0, size, null);
    Arrays.fill(origins, 0, size, null);
    Arrays.fill(tags, 0, size, null);
    Arrays.fill(sqls, 0, size, null);
    Arrays.fill(details, 0, size, null);
    entries.clear();
    firstMessages.clear();
    looseEnds.clear();
    scratch.clear();
    if (scratch.array().length > KEPT_SCRATCH_BYTES) {
      scratch = new ByteAccumulator();
    }
    size = 0;
    lines = 0;
    messages = 0;
    firstTime = NO_TIME;
    lastTime = NO_TIME;
  }

  // --- writing

  /** Counts a message of any kind, before what it leads to is added. */
  void message(RawMessage message) {
    messages++;
    if (message.timeMicros != NO_TIME) {
      firstTime = firstTime == NO_TIME ? message.timeMicros : firstTime;
      lastTime = message.timeMicros;
    }
    if (firstMessages.size() < FIRST_MESSAGES) {
      int to = Math.min(message.messageTo, message.messageFrom + FIRST_MESSAGE_BYTES);
      firstMessages.add(Slice.of(Arrays.copyOfRange(message.message, message.messageFrom, to)));
    }
  }

  /** Adds a duration message that tells all by itself; its text starts at {@code sqlFrom}. */
  void add(
      KnownStatement statement,
      Tags itsTags,
      StatementKind kind,
      RawMessage message,
      long micros,
      int sqlFrom,
      long textKey) {
    if (size == kinds.length) {
      grow();
    }
    int i = size++;
    statements[i] = statement;
    tags[i] = itsTags;
    origins[i] = message.origin;
    kinds[i] = (byte) kind.ordinal();
    times[i] = message.timeMicros;
    durations[i] = micros;
    offsets[i] = message.offset;
    textKeys[i] = textKey;
    sqls[i] = message.message;
    sqlFroms[i] = sqlFrom;
    sqlTos[i] = message.messageTo;
    if (message.hasDetail()) {
      details[i] = message.detail;
      detailFroms[i] = message.detailFrom;
      detailTos[i] = message.detailTo;
    }
  }

  /** Adds a message that its session gives a meaning. */
  void add(LogEntry entry) {
    if (size == kinds.length) {
      grow();
    }
    sqlFroms[size++] = entries.size();
    entries.add(entry);
  }

  /** Tells how many lines were read. */
  void lines(int count) {
    lines = count;
  }

  private void grow() {
    int length = 2 * kinds.length;
    statements = Arrays.copyOf(statements, length);
    origins = Arrays.copyOf(origins, length);
    kinds = Arrays.copyOf(kinds, length);
    times = Arrays.copyOf(times, length);
    durations = Arrays.copyOf(durations, length);
    offsets = Arrays.copyOf(offsets, length);
    textKeys = Arrays.copyOf(textKeys, length);
    tags = Arrays.copyOf(tags, length);
    sqls = Arrays.copyOf(sqls, length);
    sqlFroms = Arrays.copyOf(sqlFroms, length);
    sqlTos = Arrays.copyOf(sqlTos, length);
    details = Arrays.copyOf(details, length);
    detailFroms = Arrays.copyOf(detailFroms, length);
    detailTos = Arrays.copyOf(detailTos, length);
  }

  // --- reading

  /**
   * What ties the block to those before and behind it.
   *
   * @return most often empty
   */
  public LooseEnds looseEnds() {
    return looseEnds;
  }

  /**
   * Number of records.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * Number of lines read.
   *
   * @return the number
   */
  public int lines() {
    return lines;
  }

  /**
   * Number of messages read, with those that leave no record.
   *
   * @return the number
   */
  public long messages() {
    return messages;
  }

  /**
   * Time of the first message that shows one.
   *
   * @return microseconds since the epoch, or {@link #NO_TIME}
   */
  public long firstTime() {
    return firstTime;
  }

  /**
   * Time of the last message that shows one.
   *
   * @return microseconds since the epoch, or {@link #NO_TIME}
   */
  public long lastTime() {
    return lastTime;
  }

  /**
   * The heads of the first messages.
   *
   * @return at most a hundred, their own copies
   */
  public List<Slice> firstMessages() {
    return firstMessages;
  }

  /**
   * The pattern of a record.
   *
   * @param i index of the record
   * @return null if the record is an {@link #entry}
   */
  public @Nullable KnownStatement statement(int i) {
    return statements[i];
  }

  /**
   * The message of a record that has no pattern.
   *
   * @param i index of the record
   * @return the message; its line is 0 for the first of the block
   */
  public LogEntry entry(int i) {
    return entries.get(sqlFroms[i]);
  }

  /**
   * What was measured.
   *
   * @param i index of a record with a pattern
   * @return a kind with SQL
   */
  public StatementKind kind(int i) {
    return KINDS[kinds[i]];
  }

  /**
   * Whose session it was.
   *
   * @param i index of a record with a pattern
   * @return the origin
   */
  public Origin origin(int i) {
    Origin origin = origins[i];
    return origin == null ? RawMessage.NOBODY : origin;
  }

  /**
   * When it was logged.
   *
   * @param i index of a record with a pattern
   * @return microseconds since the epoch, or {@link #NO_TIME}
   */
  public long timeMicros(int i) {
    return times[i];
  }

  /**
   * How long it took.
   *
   * @param i index of a record with a pattern
   * @return microseconds
   */
  public long micros(int i) {
    return durations[i];
  }

  /**
   * Where its message starts.
   *
   * @param i index of a record with a pattern
   * @return bytes of the log before it
   */
  public long offset(int i) {
    return offsets[i];
  }

  /**
   * By what a plan finds it.
   *
   * @param i index of a record with a pattern that is an execution
   * @return the key of its text
   */
  public long textKey(int i) {
    return textKeys[i];
  }

  /**
   * What its application tells of itself in comments.
   *
   * @param i index of a record with a pattern
   * @return most often none
   */
  public Tags tags(int i) {
    Tags some = tags[i];
    return some == null ? Tags.NONE : some;
  }

  /**
   * The bytes that hold its text.
   *
   * @param i index of a record with a pattern
   * @return to read only, between {@link #sqlFrom} and {@link #sqlTo}
   */
  public byte[] sql(int i) {
    byte[] sql = sqls[i];
    return sql == null ? RawMessage.NO_BYTES : sql;
  }

  /**
   * Where its text starts.
   *
   * @param i index of a record with a pattern
   * @return index in {@link #sql}
   */
  public int sqlFrom(int i) {
    return sqlFroms[i];
  }

  /**
   * Where its text ends.
   *
   * @param i index of a record with a pattern
   * @return index in {@link #sql} behind the last byte
   */
  public int sqlTo(int i) {
    return sqlTos[i];
  }

  /**
   * The bytes that hold its DETAIL.
   *
   * @param i index of a record with a pattern
   * @return to read only, between {@link #detailFrom} and {@link #detailTo}; null if there is none
   */
  public byte @Nullable [] detail(int i) {
    return details[i];
  }

  /**
   * Where its DETAIL starts.
   *
   * @param i index of a record with a pattern
   * @return index in {@link #detail}
   */
  public int detailFrom(int i) {
    return detailFroms[i];
  }

  /**
   * Where its DETAIL ends.
   *
   * @param i index of a record with a pattern
   * @return index in {@link #detail} behind the last byte
   */
  public int detailTo(int i) {
    return detailTos[i];
  }
}
