package io.github.pgslowlog.json;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.DerivedLines;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.LostDuration;
import io.github.pgslowlog.bytes.PieceReader;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.json.JsonScanner.Result;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JSON into objects, one for each {@link #next()}.
 *
 * <table>
 * <caption>What it reads</caption>
 * <tr><td>JSON Lines</td><td>each line an object: in place, nothing is copied</td></tr>
 * <tr><td>arrays</td><td>on one line or on many; between objects, brackets and commas are passed
 * over, so objects one after another do as well</td></tr>
 * <tr><td>containers</td><td>{@code {"records":[…]}} and the like, see {@link ContainerKey}: the
 * inner objects</td></tr>
 * </table>
 *
 * <p>A damaged object is a skip, and reading goes on at the next line that begins with an object.
 * No string of JSON goes over the end of a line, so an object that starts with its first member on
 * the same line was cut off if the next line begins with a brace. Of an object over the bound the
 * head is handed on, and {@link #cut()} says so. Memory: one object.
 */
public final class JsonObjects extends DerivedLines {
  /** Stands before each object of a JSON text sequence, RFC 7464. */
  private static final byte RECORD_SEPARATOR = 0x1e;

  private final Lines lines;
  private final @Nullable PieceReader pieces;
  private final String file;
  private final int maxObjectBytes;
  private final boolean passText;
  private final SkipListener skips;
  private final JsonScanner scanner = new JsonScanner();
  private final ByteAccumulator collected = new ByteAccumulator();

  private byte[] chunk = {};
  private int at;
  private int to;
  private boolean goesOn;
  private boolean fresh;

  /** The chunk is the start of its line; lines that come in pieces have others. */
  private boolean atLineStart = true;

  /** The rest of the line, in its next pieces, is of no use. */
  private boolean passing;

  /** An object was begun and has not ended. */
  private boolean open;

  /** It is to be handed on; if not, it is passed over: the rest of a container, or too long. */
  private boolean keeping;

  /** Its first member stands on its first line. */
  private boolean compact;

  private boolean resyncing;
  private int arrays;
  private int containers;
  private int objectFrom;
  private long objectLine;
  private long objectOffset;

  /**
   * Reads objects from lines; a byte order mark before them is already gone.
   *
   * @param lines the log; a {@link PieceReader} if it may be an array on one line of any length
   * @param file name of the log, for the places of skips
   * @param maxObjectBytes bound on one object in bytes
   * @param passText whether lines that are no JSON are handed on as they are (a container's log
   *     often has some); if not, they are skips
   * @param skips receives what is damaged
   */
  public JsonObjects(
      Lines lines, String file, int maxObjectBytes, boolean passText, SkipListener skips) {
    this.lines = lines;
    this.pieces = lines instanceof PieceReader reader ? reader : null;
    this.file = file;
    this.maxObjectBytes = maxObjectBytes;
    this.passText = passText;
    this.skips = skips;
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      if (at == to && !nextLine()) {
        return false;
      }
      if (open ? scan() : between()) {
        return true;
      }
    }
  }

  private boolean nextLine() throws IOException {
    if (!lines.next()) {
      if (open || containers > 0) {
        skip(SkipReason.BAD_JSON, open ? lostMicros(to) : 0);
        open = false;
        containers = 0;
      }
      return false;
    }
    atLineStart = !goesOn;
    goesOn = pieces != null && pieces.goesOn();
    passing &= !atLineStart;
    chunk = lines.buffer();
    to = lines.end();
    at = passing ? to : lines.start();
    fresh = atLineStart;
    objectFrom = at;
    if (open && compact && atLineStart && startsObject()) {
      damaged();
    }
    return true;
  }

  /** Whether the first byte of the line that is not blank is an opening brace. */
  private boolean startsObject() {
    return startsObjectAt(at);
  }

  private boolean startsObjectAt(int from) {
    int i = skipBlanks(from);
    return i < to && chunk[i] == '{';
  }

  private void passRestOfLine() {
    at = to;
    passing = goesOn;
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < to && JsonReader.isBlank(chunk[i])) {
      i++;
    }
    return i;
  }

  // --- between objects

  private boolean between() {
    if (passText && fresh && arrays + containers == 0 && at < to && chunk[at] == '\t') {
      return text();
    }
    while (at < to) {
      byte b = chunk[at];
      if (b == '{') {
        begin();
        return false;
      }
      if (b == ']' && containers > 0) {
        startTail();
        return false;
      }
      if (!isSeparator(b)) {
        return text();
      }
      arrays += b == '[' ? 1 : b == ']' && arrays > 0 ? -1 : 0;
      at++;
    }
    if (lines.cut()) {
      containers = 0;
      skipHere(SkipReason.OVERSIZED, 0);
    }
    return false;
  }

  private boolean isSeparator(byte b) {
    return JsonReader.isBlank(b)
        || b == RECORD_SEPARATOR
        || b == ','
        || b == ']'
        || (b == '[' && startsArray());
  }

  /** A bracket opens an array of objects only before one, or at the end of its line. */
  private boolean startsArray() {
    int i = skipBlanks(at + 1);
    return i == to || chunk[i] == '{' || chunk[i] == '[' || chunk[i] == ']';
  }

  /** The rest of a line that is not JSON. */
  private boolean text() {
    int from = fresh ? lines.start() : at;
    passRestOfLine();
    if (fresh && passText && !resyncing) {
      place(lines);
      return hand(Part.LINE, chunk, from, to, lines.cut() || goesOn);
    }
    if (!resyncing) {
      long lostMicros = LostDuration.micros(chunk, from, to);
      skipHere(lostMicros > 0 ? SkipReason.BAD_JSON : reason(from), lostMicros);
    }
    return false;
  }

  /** The end of an object has a quote or a brace; a sentence of another program has neither. */
  private SkipReason reason(int from) {
    if (chunk[from] == 0) {
      return SkipReason.NUL_BYTES;
    }
    boolean sentence = fresh && !goesOn && !lines.cut() && arrays + containers == 0;
    for (int i = from; i < to && sentence; i++) {
      sentence = chunk[i] != '"' && chunk[i] != '}';
    }
    return sentence ? SkipReason.OTHER_PROGRAM : SkipReason.BAD_JSON;
  }

  private void begin() {
    open(true);
    scanner.start();
    int member = skipBlanks(at + 1);
    compact = member < to && chunk[member] == '"';
  }

  /** Goes on behind the array of a container: what members follow is passed over. */
  private void startTail() {
    containers--;
    at++;
    open(false);
    scanner.startBehindMember();
    compact = false;
  }

  private void open(boolean keep) {
    open = true;
    fresh = false;
    keeping = keep;
    resyncing = false;
    objectFrom = at;
    objectLine = lines.line();
    objectOffset = lines.offset();
    collected.clear();
  }

  // --- inside an object

  private boolean scan() {
    if (fresh && scanner.expectsMember() && objectLine != lines.line() && startsObject()) {
      damaged();
      return false;
    }
    fresh = false;
    Result result = scanner.feed(chunk, at, to);
    while (result == Result.ARRAY) {
      if (startsContainer(scanner.at())) {
        open = false;
        containers++;
        at = scanner.at();
        return false;
      }
      result = scanner.feed(chunk, scanner.at(), to);
    }
    return switch (result) {
      case DONE -> complete(scanner.at());
      case MORE -> lineEnd();
      default -> {
        damaged();
        yield false;
      }
    };
  }

  private boolean startsContainer(int behindBracket) {
    int first = skipBlanks(behindBracket);
    boolean objects = first == to || chunk[first] == '{' || chunk[first] == ']';
    return objects && ContainerKey.before(chunk, objectFrom, behindBracket - 1);
  }

  private boolean complete(int end) {
    open = false;
    at = end;
    return keeping && handOn(end, false);
  }

  private boolean handOn(int end, boolean cutOff) {
    place(objectLine, objectOffset, lines.stream());
    if (collected.length() == 0) {
      int limit = Math.min(end, saturatedSum(objectFrom, maxObjectBytes));
      return hand(Part.LINE, chunk, objectFrom, limit, cutOff || limit < end);
    }
    boolean tooLong = keep(end);
    return hand(Part.LINE, collected.array(), 0, collected.length(), cutOff || tooLong);
  }

  private static int saturatedSum(int a, int b) {
    return (int) Math.min((long) a + b, Integer.MAX_VALUE);
  }

  /** Adds the line to the object that started on a line before; tells whether it got too long. */
  private boolean keep(int end) {
    int room = maxObjectBytes - collected.length();
    collected.append(chunk, objectFrom, Math.min(end, saturatedSum(objectFrom, room)));
    return end - objectFrom > room;
  }

  private boolean lineEnd() {
    if (!lines.cut() && !goesOn && scanner.inString()) {
      damaged();
      return false;
    }
    at = to;
    if (lines.cut()) {
      open = false;
      containers = 0;
      return keeping && handOn(to, true);
    }
    if (!keeping) {
      return false;
    }
    if (keep(to) || collected.length() == maxObjectBytes) {
      keeping = false;
      place(objectLine, objectOffset, lines.stream());
      return hand(Part.LINE, collected.array(), 0, collected.length(), true);
    }
    if (!goesOn) {
      collected.append('\n');
    }
    return false;
  }

  /** Gives the object up and looks for the next one, in this line if it may begin here. */
  private void damaged() {
    skip(SkipReason.BAD_JSON, lostMicros(Math.max(at, to)));
    open = false;
    boolean earlier = objectLine != lines.line();
    if (earlier && atLineStart && (compact || startsObjectAt(lines.start()))) {
      at = lines.start();
      fresh = true;
      return;
    }
    passRestOfLine();
    resyncing = earlier;
  }

  private long lostMicros(int end) {
    if (!keeping) {
      return 0;
    }
    return collected.length() > 0
        ? LostDuration.micros(collected.array(), 0, collected.length())
        : LostDuration.micros(chunk, objectFrom, end);
  }

  private void skip(SkipReason reason, long lostMicros) {
    skips.skip(new Skip(reason, new Location(file, objectLine, objectOffset), lostMicros));
  }

  private void skipHere(SkipReason reason, long lostMicros) {
    skips.skip(new Skip(reason, new Location(file, lines.line(), lines.offset()), lostMicros));
  }
}
