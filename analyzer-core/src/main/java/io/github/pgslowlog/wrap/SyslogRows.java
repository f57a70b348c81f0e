package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.Lines.Part;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;

/**
 * Messages to syslog without a header, as Crunchy Bridge and Snowflake show them in tables: {@code
 * [14-1] [1592908][client backend][27/2][0] [user=admin,db=postgres,app=psql] [::1] ERROR: ...}.
 *
 * <p>Nothing shows the process of a further piece, so it belongs to the message before if their
 * numbers are the same.
 */
final class SyslogRows implements Wrapper {
  @Override
  public String title() {
    return "syslog rows";
  }

  /**
   * A pair alone may be log_line_prefix ({@code [%p-%l] }), so more of that of Crunchy is asked.
   */
  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    ChunkNumber number = new ChunkNumber();
    if (!number.read(buffer, from, to) || !number.isPair()) {
      return false;
    }
    int at = number.end();
    if (number.piece() > 1 && (Chars.at(buffer, at, to, '\t') || isEscapedTab(buffer, at, to))) {
      return true;
    }
    int pidEnd = Chars.digitsEnd(buffer, at + 1, to);
    return Chars.at(buffer, at, to, '[')
        && pidEnd > at + 1
        && Chars.at(buffer, pidEnd, to, ']')
        && Chars.at(buffer, pidEnd + 1, to, '[')
        && pidEnd + 2 < to
        && Chars.isLetter(buffer[pidEnd + 2]);
  }

  private static boolean isEscapedTab(byte[] buffer, int at, int to) {
    return Chars.at(buffer, at, to, '#')
        && Chars.at(buffer, at + 1, to, '0')
        && Chars.at(buffer, at + 2, to, '1')
        && Chars.at(buffer, at + 3, to, '1');
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new RowLines(lines, file, skips);
  }

  private static final class RowLines extends PeeledLines {
    private static final long ONLY_STREAM = 1;

    private final MessageText message = new MessageText(true);

    RowLines(Lines inner, String file, SkipListener skips) {
      super(inner, file, skips);
    }

    @Override
    public boolean next() throws IOException {
      if (message.nextLine()) {
        showMessage(message.part());
        return true;
      }
      while (inner.next()) {
        byte[] buffer = inner.buffer();
        if (!message.readNumber(buffer, inner.start(), inner.end(), ONLY_STREAM, NO_PROCESS)) {
          show(inner.start(), inner.end());
          return true;
        }
        if (message.isStray()) {
          skip(SkipReason.NO_START);
          continue;
        }
        if (message.isBehindGap()) {
          skip(SkipReason.TORN_RECORD);
        }
        message.start(buffer, inner.end());
        message.nextLine();
        showMessage(message.part());
        return true;
      }
      return false;
    }

    private void showMessage(Part shown) {
      show(message.buffer(), message.from(), message.to());
      part(shown);
    }
  }
}
