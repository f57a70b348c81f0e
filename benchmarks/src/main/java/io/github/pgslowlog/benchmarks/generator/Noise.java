package io.github.pgslowlog.benchmarks.generator;

import java.io.IOException;

/** Messages that are no statements, and durations whose statement was logged before. */
final class Noise {
  private final Server server;
  private final Randomness random;
  private final Executions executions;
  private final Maintenance maintenance;

  Noise(Server server, Executions executions) {
    this.server = server;
    this.random = server.random;
    this.executions = executions;
    this.maintenance = new Maintenance(server);
  }

  void log() throws IOException {
    int kind = random.below(100);
    if (kind < 45) {
      reconnect();
    } else if (kind < 55) {
      temporaryFile();
    } else if (kind < 65) {
      lockWait();
    } else if (kind < 75) {
      bareDuration();
    } else if (kind < 80) {
      connectionLost();
    } else {
      maintenance.log();
    }
  }

  private void reconnect() throws IOException {
    Client client = random.of(Client.values());
    Session ended = server.sessions.draw(client, random);
    disconnected(ended);
    long now = server.clock.pass(random.below(2000));
    Session session = server.sessions.replace(client, ended, now, random);
    connected(session);
  }

  private void disconnected(Session session) throws IOException {
    Event event = server.message(session, "idle");
    long seconds = Math.max(0, event.micros - session.startMicros) / 1_000_000;
    Text message = event.message.append("disconnection: session time: ").append(seconds / 3600);
    message.append(':').digits(seconds / 60 % 60, 2).append(':').digits(seconds % 60, 2);
    message.append('.').digits(random.below(1000), 3);
    message.append(" user=").append(session.user).append(" database=").append(session.database);
    message.append(" host=").append(session.host).append(" port=").append(session.port);
    server.log();
  }

  private void connected(Session session) throws IOException {
    Event event = server.message(session.unauthenticated(), "");
    event.virtualTransaction = 0;
    event.message.append("connection received: host=").append(session.host);
    event.message.append(" port=").append(session.port);
    server.log();
    event = server.message(session, "authentication");
    event.message.append("connection authenticated: identity=\"").append(session.user);
    event.message.append("\" method=scram-sha-256 (/etc/postgresql/16/main/pg_hba.conf:97)");
    server.log();
    event = server.message(session, "authentication");
    event.message.append("connection authorized: user=").append(session.user);
    event.message.append(" database=").append(session.database);
    if (session.application.length > 0) {
      event.message.append(" application_name=").append(session.application);
    }
    server.log();
  }

  private void temporaryFile() throws IOException {
    Session session = server.sessions.draw(Client.METABASE, random);
    Event event = server.message(session, "SELECT");
    event.message.append("temporary file: path \"base/pgsql_tmp/pgsql_tmp");
    event.message.append(session.process).append('.').append(random.below(500));
    event.message.append("\", size ").append(random.around(40_000_000));
    event.statement.append(executions.some(Kind.LITERAL));
    server.log();
  }

  private void lockWait() throws IOException {
    Session session = server.sessions.draw(Client.HIBERNATE, random);
    int holder = server.sessions.draw(Client.HIBERNATE, random).process;
    int transaction = random.below(1 << 30);
    int tuple = random.below(9000);
    Text statement = executions.some(Kind.WRITE);
    Event event = server.message(session, "UPDATE waiting");
    event.message.append("process ").append(session.process);
    event.message.append(" still waiting for ShareLock on transaction ").append(transaction);
    event.message.append(" after ").thousandths(1_000_000 + random.below(900)).append(" ms");
    event.detail.append("Process holding the lock: ").append(holder);
    event.detail.append(". Wait queue: ").append(session.process).append(".");
    context(event, tuple);
    event.statement.append(statement);
    server.log();
    event = server.message(session, "UPDATE waiting");
    event.message.append("process ").append(session.process);
    event.message.append(" acquired ShareLock on transaction ").append(transaction);
    event.message.append(" after ").thousandths(1_000_000 + random.around(900_000)).append(" ms");
    context(event, tuple);
    event.statement.append(statement);
    server.log();
  }

  private static void context(Event event, int tuple) {
    event.context.append("while updating tuple (").append(tuple);
    event.context.append(",7) in relation \"stock_levels\"");
  }

  /** With {@code log_statement = 'ddl'} the text comes first and the time later, on its own. */
  private void bareDuration() throws IOException {
    Session session = server.sessions.draw(Client.PSQL, random);
    String tag = random.of("TRUNCATE TABLE", "CREATE INDEX", "ALTER TABLE");
    Event event = server.message(session, tag);
    event.message.append("statement: ").append(definition(tag));
    server.log();
    executions.log(Kind.PREPARED);
    event = server.message(session, tag);
    event.message.append("duration: ").thousandths(random.around(30_000)).append(" ms");
    server.log();
  }

  private String definition(String tag) {
    return switch (tag) {
      case "TRUNCATE TABLE" -> "TRUNCATE TABLE import_rows, import_errors";
      case "CREATE INDEX" -> "CREATE INDEX import_rows_key_idx ON import_rows (key)";
      default -> "ALTER TABLE import_rows\n    ALTER COLUMN key SET STATISTICS 500";
    };
  }

  private void connectionLost() throws IOException {
    Event event = server.message(server.sessions.draw(Client.RAILS, random), "idle");
    if (random.percent(50)) {
      event.message.append("could not receive data from client: Connection reset by peer");
    } else {
      event.error("FATAL", "57P01");
      event.message.append("terminating connection due to administrator command");
    }
    server.log();
  }
}
