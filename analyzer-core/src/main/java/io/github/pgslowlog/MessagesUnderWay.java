package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockReader;
import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.block.LooseEnds;
import io.github.pgslowlog.block.RawLines;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.wrap.SyslogLine.Numbering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last message of each process in the blocks of a syslog committed so far: it ends when the
 * next message of its process starts, which is in a later block.
 *
 * <p>Bounded and handed on as {@code frame.StderrFramer} does when it reads message by message: the
 * process not heard of for longest goes first.
 */
final class MessagesUnderWay {
  /** As many as {@code frame.OpenMessages} keeps. */
  private static final int MAX_PROCESSES = 4096;

  private static final int MAX_MESSAGES_OF_BOUND = 4;

  private final String file;
  private final int maxEntryBytes;
  private final Supplier<? extends BlockReader> readers;
  private final SkipListener skips;
  private final Receiver receiver;
  private final BlockRecords records = new BlockRecords();

  /** By process, the one with the last line last. */
  private final Map<Long, Held> processes = new LinkedHashMap<>();

  private @Nullable Numbering numbering;
  private boolean sawTabs;
  private @Nullable RawLines lastOther;
  private @Nullable BlockReader reader;

  /** Receives messages that ended. */
  interface Receiver {
    /**
     * A message.
     *
     * @param records what it is; its first line counts as 0
     * @param linesBefore lines of the log before it
     */
    void message(BlockRecords records, long linesBefore);
  }

  /** What a process has under way. */
  private static final class Held {
    private final RawLines lines = new RawLines();

    /** Whether these are the end of a message whose start is not in the log. */
    private boolean startless;

    private long number;
    private long piece;

    boolean isMessage() {
      return lines.count() > 0 && !startless;
    }

    boolean isFollowedBy(LooseEnds.Event event) {
      return number == event.number() && piece + 1 == event.piece();
    }

    void add(byte[] b, LooseEnds.Event event, long offset, long linesBefore) {
      int from = event.from();
      lines.add(b, from, event.to(), offset + from, linesBefore + event.line() + 1);
      number = event.number();
      piece = event.piece();
    }
  }

  MessagesUnderWay(
      String file,
      int maxEntryBytes,
      Supplier<? extends BlockReader> readers,
      SkipListener skips,
      Receiver receiver) {
    this.file = file;
    this.maxEntryBytes = maxEntryBytes;
    this.readers = readers;
    this.skips = skips;
    this.receiver = receiver;
  }

  /** Whether a block goes on with them in an ordinary way; nothing is changed. */
  boolean fits(LooseEnds ends, byte[] b, int length) {
    long bytes = length;
    for (Held held : processes.values()) {
      bytes += held.lines.length();
    }
    return (numbering == null || ends.numbering() == null || numbering == ends.numbering())
        && !(sawTabs && ends.sawEscapedTabs())
        && bytes <= (long) MAX_MESSAGES_OF_BOUND * maxEntryBytes
        && restsFit(ends, b);
  }

  private boolean restsFit(LooseEnds ends, byte[] b) {
    Map<Long, Held> trials = new LinkedHashMap<>();
    for (LooseEnds.Event event : ends.events()) {
      if (event.kind() == LooseEnds.Kind.REST) {
        Held trial = trials.computeIfAbsent(event.stream(), this::trial);
        boolean ordinary =
            trial.lines.count() == 0
                ? event.piece() > 1
                : !trial.startless || trial.isFollowedBy(event);
        if (!ordinary) {
          return false;
        }
        trial.startless |= trial.lines.count() == 0;
        trial.add(b, event, 0, 0);
      }
    }
    return trials.isEmpty()
        || (areKept(trials.keySet(), ends) && trials.values().stream().allMatch(this::isWhole));
  }

  /**
   * Whether processes stay to the end of a block: of those with lines in the block, some are new
   * and some let others grow old.
   */
  private boolean areKept(Set<Long> some, LooseEnds ends) {
    int touched = ends.touched().size();
    int old = processes.size() + touched - MAX_PROCESSES;
    Iterator<Long> eldest = processes.keySet().iterator();
    for (int i = 0; i < old && eldest.hasNext(); i++) {
      if (some.contains(eldest.next())) {
        return false;
      }
    }
    return true;
  }

  private Held trial(long stream) {
    Held trial = new Held();
    Held held = processes.get(stream);
    if (held != null) {
      trial.startless = held.startless;
      trial.number = held.number;
      trial.piece = held.piece;
      trial.lines.add(held.lines, 0);
    }
    return trial;
  }

  private boolean isWhole(Held trial) {
    if (trial.startless) {
      return true;
    }
    return read(trial.lines);
  }

  private boolean read(RawLines lines) {
    BlockReader made = reader;
    if (made == null) {
      made = readers.get();
      reader = made;
    }
    records.clear();
    return made.readMessage(lines, records);
  }

  /** Does what is to be done at a place in a block. */
  void accept(LooseEnds.Event event, byte[] b, long offset, long linesBefore) {
    switch (event.kind()) {
      case START -> {
        Held before = touch(event.stream(), new Held());
        if (before != null) {
          handOn(before);
        }
      }
      case REST -> {
        Held held = processes.get(event.stream());
        if (held == null) {
          held = new Held();
          held.startless = true;
          skip(SkipReason.NO_START, event, offset, linesBefore);
        }
        held.add(b, event, offset, linesBefore);
        touch(event.stream(), held);
      }
      case OTHER -> skip(SkipReason.OTHER_PROGRAM, event, offset, linesBefore);
    }
  }

  private void skip(SkipReason reason, LooseEnds.Event event, long offset, long linesBefore) {
    long line = linesBefore + event.line() + 1;
    skips.skip(new Skip(reason, new Location(file, line, offset + event.from()), 0));
  }

  private @Nullable Held touch(long stream, Held held) {
    Held before = processes.remove(stream);
    processes.put(stream, held);
    while (processes.size() > MAX_PROCESSES) {
      Iterator<Held> eldest = processes.values().iterator();
      Held oldest = eldest.next();
      eldest.remove();
      handOn(oldest);
    }
    return before;
  }

  private void handOn(Held held) {
    if (!held.isMessage()) {
      return;
    }
    if (!read(held.lines)) {
      throw new IllegalStateException("line " + held.lines.number(0) + " cannot be read again");
    }
    receiver.message(records, held.lines.number(0) - 1);
  }

  /** Takes what is under way at the end of a block. */
  void endBlock(LooseEnds ends, byte[] b, long offset, long linesBefore) {
    for (LooseEnds.Touched process : ends.touched()) {
      Held held = processes.remove(process.stream());
      RawLines open = process.open();
      if (open != null) {
        held = new Held();
        held.lines.add(open, linesBefore);
      }
      if (held != null) {
        processes.put(process.stream(), held);
      }
    }
    processes.values().removeIf(held -> held.lines.count() == 0);
    numbering = ends.numbering() == null ? numbering : ends.numbering();
    sawTabs |= ends.sawTabs();
    lastOther = ends.hasLines() ? ends.lastOther(b, offset, linesBefore) : lastOther;
  }

  /** At the end of the log all messages end. */
  void finish() {
    processes.values().forEach(this::handOn);
    processes.clear();
  }

  /** Their lines, for who reads on in another way. */
  Collection<RawLines> lines() {
    List<RawLines> all = new ArrayList<>();
    processes.values().forEach(held -> all.add(held.lines));
    if (lastOther != null) {
      all.add(lastOther);
    }
    return all;
  }

  /** Whether a text had a tab. */
  boolean sawTabs() {
    return sawTabs;
  }
}
