package io.github.pgslowlog;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.parse.SqlParser;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses patterns while the log is still being read, on a thread of its own.
 *
 * <p>What it has not parsed when the log ends, and what it could not parse, is parsed then: so a
 * report is the same whether or not, and how far, this has come. For one thread that offers and
 * then takes.
 */
final class ParseAhead implements AutoCloseable {
  /** 1,000: the syntax of as many ordinary statements is 5 to 10 MB. */
  static final int MAX_PATTERNS = 1_000;

  /** A million: syntax needs some 10 to 20 times the memory of its text. */
  static final int MAX_CHARACTERS = 1 << 20;

  /** Makes Java load what most statements need. */
  private static final String ORDINARY =
      "SELECT o.id, count(*) AS n FROM orders o LEFT JOIN items i ON i.order_id = o.id WHERE"
          + " o.state = ? AND o.id IN (?) GROUP BY o.id ORDER BY n DESC LIMIT ?";

  private record Text(Fingerprint fingerprint, String canonical) {}

  private final BlockingQueue<Text> waiting = new LinkedBlockingQueue<>();
  private final Map<Fingerprint, ParseResult> results = new ConcurrentHashMap<>();
  private int patterns;
  private int characters;
  private @Nullable Thread thread;
  private volatile boolean closed;

  /** Parses a pattern when there is time, unless there are too many already. */
  void offer(Fingerprint fingerprint, String canonical) {
    if (closed || patterns == MAX_PATTERNS || characters + canonical.length() > MAX_CHARACTERS) {
      return;
    }
    patterns++;
    characters += canonical.length();
    waiting.add(new Text(fingerprint, canonical));
    start();
  }

  /**
   * Makes the parser ready, before there is anything to parse: that takes as long as some hundred
   * statements, and one thread alone finds out what the log is.
   */
  void start() {
    if (thread == null) {
      thread = new Thread(this::parseAll, "pgslowlog-ahead");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Hands a result over; null if there is none. */
  @Nullable ParseResult take(Fingerprint fingerprint) {
    return results.remove(fingerprint);
  }

  /** Parses no more; what is parsed can be taken. */
  @Override
  public void close() {
    closed = true;
    waiting.clear();
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void parseAll() {
    try (SqlParser parser = new SqlParser()) {
      parser.parse(ORDINARY, Function.identity());
      while (!closed) {
        Text text = waiting.take();
        keep(text.fingerprint(), parser.parse(text.canonical(), Function.identity()));
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError exhausted) {
      closed = true;
      results.clear();
    }
  }

  /** Not a failure: it may come from a busy machine, or from the end. */
  private void keep(Fingerprint fingerprint, ParseResult result) {
    if (!closed && !(result instanceof ParseResult.Unparsed)) {
      results.put(fingerprint, result);
    }
  }
}
