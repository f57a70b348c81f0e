package io.github.pgslowlog.wrap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Logs of products that are near to PostgreSQL and write something else. */
public enum ForeignLog {
  /**
   * {@code '2020-03-07T16:09:43Z UTC [ db=dev user=rdsdb pid=16929 userid=1 xid=7382 ]' LOG: ...}.
   */
  REDSHIFT(
      "Amazon Redshift",
      "looks like the user activity log of Amazon Redshift, which has no durations and no indexes"
          + " to advise") {
    @Override
    boolean wrote(byte[] buffer, int from, int to) {
      int zone = from + 21;
      return Chars.at(buffer, from, to, '\'')
          && isDate(buffer, from + 1, to)
          && Chars.at(buffer, from + 11, to, 'T')
          && Chars.at(buffer, from + 20, to, 'Z')
          && stands(buffer, zone, to, " UTC [ db=");
    }
  },
  /**
   * {@code 2026-11-21 00:10:24.649 UTC [123] LOG C-0x55d0: shop/app@127.0.0.1:5000 login attempt}.
   */
  PGBOUNCER(
      "pgBouncer",
      "looks like the log of pgBouncer, which holds no statements; give the log of the server behind"
          + " it") {
    @Override
    boolean wrote(byte[] buffer, int from, int to) {
      int at = clockEnd(buffer, from, to);
      if (at < 0) {
        return false;
      }
      at = Chars.find(buffer, at + 1, to, ' ');
      int pidEnd = Chars.digitsEnd(buffer, at + 2, to);
      if (!stands(buffer, at, to, " [") || pidEnd == at + 2 || !stands(buffer, pidEnd, to, "] ")) {
        return false;
      }
      int severityEnd = Chars.find(buffer, pidEnd + 2, to, ' ');
      return isWord(buffer, pidEnd + 2, severityEnd, POOLER_SEVERITIES) && severityEnd < to;
    }
  },
  /**
   * csvlog of its own: {@code 2026-11-21 00:10:24.649 UTC,"gpadmin","postgres",p123,th-456,...}.
   */
  GREENPLUM(
      "Greenplum", "looks like the log of Greenplum, whose columns are not those of PostgreSQL") {
    @Override
    boolean wrote(byte[] buffer, int from, int to) {
      int limit = Math.min(to, from + MAX_HEAD_BYTES);
      if (!isDate(buffer, from, to)) {
        return false;
      }
      for (int at = from; at < limit; at++) {
        if (stands(buffer, at, limit, ",p") && isThreadBehind(buffer, at + 2, limit)) {
          return true;
        }
      }
      return false;
    }
  },
  /** {@code 2026-11-21 00:10:24,649 INFO: no action. I am (pg-0), the leader with the lock}. */
  PATRONI(
      "Patroni",
      "looks like the log of Patroni, which holds no statements; give the log of the server that it"
          + " runs") {
    @Override
    boolean wrote(byte[] buffer, int from, int to) {
      int at = clockEnd(buffer, from, to);
      if (at < 0 || !Chars.at(buffer, from + 19, to, ',')) {
        return false;
      }
      int colon = Chars.find(buffer, at, to, ':');
      return isWord(buffer, at + 1, colon, PYTHON_SEVERITIES) && stands(buffer, colon, to, ": ");
    }
  },
  /** {@code # Query_time: 2.000186 Lock_time: 0.000000 Rows_sent: 1 Rows_examined: 0}. */
  MYSQL(
      "MySQL",
      "looks like the slow query log of MySQL or MariaDB; only logs of PostgreSQL are read") {
    @Override
    boolean wrote(byte[] buffer, int from, int to) {
      return stands(buffer, from, to, "# Query_time: ")
          || stands(buffer, from, to, "# User@Host: ");
    }
  };

  private static final int MAX_HEAD_BYTES = 512;
  private static final String POOLER_SEVERITIES = " NOISE DEBUG LOG WARNING ERROR FATAL ";
  private static final String PYTHON_SEVERITIES = " DEBUG INFO WARNING ERROR CRITICAL ";

  private final String product;
  private final String sentence;

  ForeignLog(String product, String sentence) {
    this.product = product;
    this.sentence = sentence;
  }

  /**
   * Which product wrote a line.
   *
   * @param buffer holds the line
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return the product, empty if the line is of none of them
   */
  public static Optional<ForeignLog> of(byte[] buffer, int from, int to) {
    for (ForeignLog log : values()) {
      if (log.wrote(buffer, from, to)) {
        return Optional.of(log);
      }
    }
    return Optional.empty();
  }

  abstract boolean wrote(byte[] buffer, int from, int to);

  /**
   * The name of the product.
   *
   * @return a name for reports
   */
  public String product() {
    return product;
  }

  /**
   * What to tell the user, to stand behind the name of the log and a colon.
   *
   * @return a sentence without its full stop
   */
  public String sentence() {
    return sentence;
  }

  private static boolean isDate(byte[] buffer, int from, int to) {
    return from + 10 <= to
        && Chars.digitsEnd(buffer, from, to) == from + 4
        && buffer[from + 4] == '-'
        && Chars.digitsEnd(buffer, from + 5, to) == from + 7
        && buffer[from + 7] == '-'
        && Chars.digitsEnd(buffer, from + 8, to) == from + 10;
  }

  /** Index of the blank behind {@code 2026-11-21 00:10:24.649}, -1 if there is none. */
  private static int clockEnd(byte[] buffer, int from, int to) {
    if (!isDate(buffer, from, to) || !Chars.at(buffer, from + 10, to, ' ')) {
      return -1;
    }
    int end = Chars.find(buffer, from + 11, to, ' ');
    boolean clock = end >= from + 19 && buffer[from + 13] == ':' && buffer[from + 16] == ':';
    return clock && end < to ? end : -1;
  }

  private static boolean stands(byte[] buffer, int at, int to, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    int end = at + bytes.length;
    return end <= to && Arrays.equals(buffer, at, end, bytes, 0, bytes.length);
  }

  private static boolean isWord(byte[] buffer, int from, int to, String words) {
    return to > from
        && to - from <= 8
        && words.contains(
            " " + new String(buffer, from, to - from, StandardCharsets.US_ASCII) + " ");
  }

  /** {@code 123,th-456,}. */
  private static boolean isThreadBehind(byte[] buffer, int from, int to) {
    int comma = Chars.digitsEnd(buffer, from, to);
    if (comma == from || !stands(buffer, comma, to, ",th")) {
      return false;
    }
    int number = comma + 3 + (Chars.at(buffer, comma + 3, to, '-') ? 1 : 0);
    int end = Chars.digitsEnd(buffer, number, to);
    return end > number && Chars.at(buffer, end, to, ',');
  }
}
