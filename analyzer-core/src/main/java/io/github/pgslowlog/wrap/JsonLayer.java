package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.json.JsonObjects;
import java.util.List;

/** Lines that are JSON, taken apart to objects; what an object holds is the next layer's matter. */
public final class JsonLayer implements Wrapper {
  /** Stands before each object of a JSON text sequence ({@code journalctl -o json-seq}). */
  private static final byte RECORD_SEPARATOR = 0x1e;

  private final int maxObjectBytes;

  /**
   * JSON with objects of some size.
   *
   * @param maxObjectBytes bound on one object in bytes
   */
  public JsonLayer(int maxObjectBytes) {
    this.maxObjectBytes = maxObjectBytes;
  }

  /**
   * Tells whether lines are JSON.
   *
   * @param lines the first lines of a log
   * @return whether the first is, or most are
   */
  public static boolean begins(List<Slice> lines) {
    int objects = 0;
    int others = 0;
    boolean first = true;
    for (Slice line : lines) {
      if (line.length() == 0) {
        continue;
      }
      boolean object = isJson(line.array(), line.from(), line.to());
      if (first && object) {
        return true;
      }
      first = false;
      objects += object ? 1 : 0;
      others += object ? 0 : 1;
    }
    return objects > others;
  }

  private static boolean isJson(byte[] b, int from, int to) {
    int i = skipBlanks(b, from, to);
    i += i < to && b[i] == RECORD_SEPARATOR ? 1 : 0;
    if (i == to || (b[i] != '{' && b[i] != '[')) {
      return false;
    }
    boolean array = b[i] == '[';
    i = skipBlanks(b, i + 1, to);
    return i == to || b[i] == (array ? '{' : '"');
  }

  private static int skipBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '\t' || b[i] == '\r' || b[i] == '\n')) {
      i++;
    }
    return i;
  }

  /** {@inheritDoc} Nothing of its own: what is in the objects has a name. */
  @Override
  public String title() {
    return "";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    return isJson(buffer, from, to);
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new JsonObjects(lines, file, maxObjectBytes, false, skips);
  }
}
