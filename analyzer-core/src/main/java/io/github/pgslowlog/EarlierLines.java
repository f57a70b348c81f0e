package io.github.pgslowlog;

import io.github.pgslowlog.block.RawLines;
import io.github.pgslowlog.bytes.StoredLines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Lines of messages that are under way where the reading of a log goes on, and then the rest of the
 * log.
 */
final class EarlierLines implements StoredLines {
  private final Iterator<RawLines> messages;
  private final StoredLines rest;
  private @Nullable RawLines current;
  private int index;

  EarlierLines(Collection<RawLines> messages, StoredLines rest) {
    this.messages = messages.iterator();
    this.rest = rest;
  }

  /** Whether the line is one of a message under way, and was read before. */
  boolean isEarlier() {
    return current != null;
  }

  @Override
  public boolean next() throws IOException {
    index++;
    while (current == null || index == current.count()) {
      if (!messages.hasNext()) {
        current = null;
        return rest.next();
      }
      current = messages.next();
      index = 0;
    }
    return true;
  }

  @Override
  public byte[] buffer() {
    return current == null ? rest.buffer() : current.array();
  }

  @Override
  public int start() {
    return current == null ? rest.start() : current.from(index);
  }

  @Override
  public int end() {
    return current == null ? rest.end() : current.to(index);
  }

  @Override
  public boolean cut() {
    return current == null && rest.cut();
  }

  @Override
  public long offset() {
    return current == null ? rest.offset() : current.offset(index);
  }

  @Override
  public long line() {
    return current == null ? rest.line() : current.number(index);
  }

  @Override
  public long nextOffset() {
    return rest.nextOffset();
  }

  @Override
  public EarlierLines withoutNulBytes(String log, SkipListener listener) {
    rest.withoutNulBytes(log, listener);
    return this;
  }

  @Override
  public EarlierLines withoutCarriageReturns() {
    rest.withoutCarriageReturns();
    return this;
  }

  @Override
  public EarlierLines behind(long linesBefore, long bytesBefore) {
    rest.behind(linesBefore, bytesBefore);
    return this;
  }

  @Override
  public boolean skipRestOfLine() throws IOException {
    return rest.skipRestOfLine();
  }
}
