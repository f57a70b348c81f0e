package io.github.pgslowlog.prefix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes logs as a server with some log_line_prefix does, padding and background processes
 * included; slow and obvious.
 *
 * <p>Source: {@code log_line_prefix()} in the server's elog.c.
 */
final class PrefixExpander {
  private static final long START = 1_795_219_049L;
  private static final String[] APPLICATIONS = {
    "psql",
    "PostgreSQL JDBC Driver",
    "[unknown]",
    "pgbench",
    "DBeaver 24.1 - SQLEditor <Script-1.sql>",
    "sidekiq 7.1 shop [3 of 10 busy]",
    "psql"
  };
  private static final String[] COMMANDS = {"SELECT", "INSERT", "BIND", "CREATE TABLE AS", "idle"};

  private final Random random;
  private final String zone;
  private final List<Map<PrefixEscape, String>> sessions = new ArrayList<>();
  private final Map<String, Integer> lineNumbers = new java.util.HashMap<>();
  private int tick;

  PrefixExpander(long seed, String zone) {
    this.random = new Random(seed);
    this.zone = zone;
    String[] users = {"app", "web_user", "reports", "app"};
    String[] databases = {"shop", "crm", "analytics", "shop"};
    String[] hosts = {"10.0.0.7", "[local]", "fe80::1:2", "10.20.30.40"};
    for (int i = 0; i < 8; i++) {
      Map<PrefixEscape, String> session = process(4001 + 7 * i + random.nextInt(5), i);
      session.put(PrefixEscape.USER, users[i % 4]);
      session.put(PrefixEscape.DATABASE, databases[i % 4]);
      session.put(PrefixEscape.APPLICATION, APPLICATIONS[i % APPLICATIONS.length]);
      session.put(PrefixEscape.HOST, hosts[i % 4]);
      boolean local = hosts[i % 4].equals("[local]");
      session.put(PrefixEscape.REMOTE, hosts[i % 4] + (local ? "" : "(" + (50000 + i) + ")"));
      session.put(PrefixEscape.LOCAL_ADDRESS, local ? "[local]" : "10.0.0.1");
      session.put(PrefixEscape.BACKEND_TYPE, "client backend");
      sessions.add(session);
    }
  }

  private Map<PrefixEscape, String> process(int pid, int age) {
    Map<PrefixEscape, String> process = new EnumMap<>(PrefixEscape.class);
    process.put(PrefixEscape.PROCESS, Integer.toString(pid));
    process.put(
        PrefixEscape.SESSION, Long.toHexString(START + age) + "." + Integer.toHexString(pid));
    process.put(PrefixEscape.SESSION_START, "2026-11-20 10:57:" + (29 + age) + " " + zone);
    return process;
  }

  /** One line and the values in its head. */
  record Line(String head, String text, Map<PrefixEscape, String> values) {
    String line() {
      return head + text;
    }
  }

  List<Line> log(LogLinePrefix prefix, int lines) {
    List<Line> log = new ArrayList<>();
    Map<PrefixEscape, String> checkpointer = process(3990, 0);
    checkpointer.put(PrefixEscape.BACKEND_TYPE, "checkpointer");
    for (int i = 0; i < lines; i++) {
      boolean background = i % 9 == 4;
      Map<PrefixEscape, String> values =
          new EnumMap<>(background ? checkpointer : sessions.get(random.nextInt(8)));
      message(values, background);
      String text =
          background
              ? "LOG:  checkpoint starting: time"
              : "LOG:  duration: 0." + (100 + i) + " ms  statement: SELECT " + i;
      Map<PrefixEscape, String> shown = new EnumMap<>(PrefixEscape.class);
      log.add(new Line(head(prefix, values, background, shown), text, shown));
    }
    return log;
  }

  private void message(Map<PrefixEscape, String> values, boolean background) {
    tick += random.nextInt(300);
    long seconds = tick / 1000;
    String time =
        String.format(
            java.util.Locale.ROOT, "2026-11-20 11:%02d:%02d", seconds / 60 % 60, seconds % 60);
    values.put(PrefixEscape.TIME, time + " " + zone);
    values.put(
        PrefixEscape.TIME_MILLISECONDS,
        String.format(java.util.Locale.ROOT, "%s.%03d %s", time, tick % 1000, zone));
    values.put(
        PrefixEscape.TIME_EPOCH,
        String.format(java.util.Locale.ROOT, "%d.%03d", START + seconds, tick % 1000));
    values.put(
        PrefixEscape.LINE,
        lineNumbers
            .merge(values.getOrDefault(PrefixEscape.PROCESS, ""), 1, Integer::sum)
            .toString());
    values.put(PrefixEscape.SQLSTATE, "00000");
    values.put(PrefixEscape.TRANSACTION, random.nextInt(6) == 0 ? "75" + random.nextInt(10) : "0");
    values.put(PrefixEscape.QUERY, background ? "0" : Long.toString(random.nextLong()));
    if (!background) {
      values.put(PrefixEscape.VIRTUAL_TRANSACTION, "3/" + random.nextInt(200));
      values.put(PrefixEscape.COMMAND, COMMANDS[random.nextInt(COMMANDS.length)]);
    }
  }

  private static String head(
      LogLinePrefix prefix,
      Map<PrefixEscape, String> values,
      boolean background,
      Map<PrefixEscape, String> shown) {
    StringBuilder head = new StringBuilder();
    for (PrefixElement element : prefix.elements()) {
      if (element instanceof PrefixElement.Literal literal) {
        head.append(literal.text());
      } else if (element instanceof PrefixElement.Field field) {
        if (field.escape() == PrefixEscape.STOP) {
          if (background) {
            break;
          }
          continue;
        }
        String value = values.getOrDefault(field.escape(), "");
        if (!value.isEmpty()) {
          shown.put(field.escape(), value);
        }
        String blanks = " ".repeat(Math.max(0, Math.abs(field.padding()) - value.length()));
        head.append(field.padding() < 0 ? value + blanks : blanks + value);
      }
    }
    return head.toString();
  }
}
