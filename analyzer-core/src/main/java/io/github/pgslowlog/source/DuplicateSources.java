package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds logs that were given twice: a file and its compressed copy, a backup, an early copy of a
 * file that grew on.
 *
 * <p>What is compared: logs whose first timestamps and first 64 decompressed bytes (or all bytes,
 * if there are fewer) are equal are decompressed and compared byte by byte, to the end of the
 * shorter one or the first difference. A log that is equal to another, or is its beginning, is left
 * out. So nothing is ever left out that is not in a log that is read. Empty logs and those that can
 * be opened only once are not compared, and of many logs that start alike only the last 16 are.
 */
public final class DuplicateSources {
  /** Keeps the comparisons few where thousands of logs start with the same line. */
  private static final int MAX_ALIKE = 16;

  private record Start(Optional<Instant> first, Slice bytes) {}

  private final Consumer<Problem> notices;
  private final Map<Start, List<SourceHead>> kept = new HashMap<>();
  private final Set<SourceHead> left = Collections.newSetFromMap(new IdentityHashMap<>());

  private DuplicateSources(Consumer<Problem> notices) {
    this.notices = notices;
  }

  /**
   * Leaves out what another log holds as well.
   *
   * @param heads the logs
   * @param notices told what is left out, and why
   * @return the others, in the same order
   */
  public static List<SourceHead> leaveOut(List<SourceHead> heads, Consumer<Problem> notices) {
    DuplicateSources duplicates = new DuplicateSources(notices);
    for (SourceHead head : heads) {
      if (head.source().reopenable() && head.start().length() > 0) {
        duplicates.add(head);
      }
    }
    return heads.stream().filter(head -> !duplicates.left.contains(head)).toList();
  }

  private void add(SourceHead head) {
    List<SourceHead> alike =
        kept.computeIfAbsent(new Start(head.first(), head.start()), start -> new ArrayList<>());
    for (SourceHead other : List.copyOf(alike)) {
      switch (SameContent.compare(other.source(), head.source())) {
        case SAME -> {
          boolean keepOther = nameLength(other) <= nameLength(head);
          leave(
              alike, keepOther ? head : other, keepOther ? other : head, " holds the same log as ");
        }
        case FIRST_IS_BEGINNING -> leave(alike, other, head, " holds only the beginning of ");
        case SECOND_IS_BEGINNING -> leave(alike, head, other, " holds only the beginning of ");
        case DIFFERENT -> {}
      }
      if (left.contains(head)) {
        return;
      }
    }
    alike.add(head);
    if (alike.size() > MAX_ALIKE) {
      alike.remove(0);
    }
  }

  /** A copy has a longer name: {@code a.log.gz}, {@code a.log.bak}, {@code copy of a.log}. */
  private static int nameLength(SourceHead head) {
    return head.source().name().length();
  }

  private void leave(List<SourceHead> alike, SourceHead copy, SourceHead whole, String how) {
    alike.remove(copy);
    left.add(copy);
    notices.accept(
        Problem.notice(copy.source().name() + how + whole.source().name() + "; read once"));
  }
}
