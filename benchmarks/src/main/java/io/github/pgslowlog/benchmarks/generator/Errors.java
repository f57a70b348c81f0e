package io.github.pgslowlog.benchmarks.generator;

import java.io.IOException;

/** Statements that failed or were cancelled; these have no duration. */
final class Errors {
  private final Server server;
  private final Randomness random;
  private final Executions executions;

  Errors(Server server, Executions executions) {
    this.server = server;
    this.random = server.random;
    this.executions = executions;
  }

  void log() throws IOException {
    switch (random.below(7)) {
      case 0, 1 -> duplicateKey();
      case 2 -> missingKey();
      case 3 -> cancelled();
      case 4 -> syntax();
      case 5 -> deadlock();
      default -> inFunction();
    }
    server.log();
  }

  private Event error(Client client, String tag, String state) {
    return server.message(server.sessions.draw(client, random), tag).error("ERROR", state);
  }

  private void duplicateKey() {
    Event event = error(Client.RAILS, "INSERT", "23505");
    event.message.append("duplicate key value violates unique constraint \"customers_email_key\"");
    event.detail.append("Key (email)=(");
    Value.EMAIL.append(event.detail, random);
    event.detail.append(") already exists.");
    event.statement.append(executions.some(Kind.WRITE));
  }

  private void missingKey() {
    Event event = error(Client.HIBERNATE, "UPDATE", "23503");
    event.message.append("insert or update on table \"orders\" violates foreign key constraint ");
    event.message.append("\"orders_customer_id_fkey\"");
    event.detail.append("Key (customer_id)=(");
    Value.ID.append(event.detail, random);
    event.detail.append(") is not present in table \"customers\".");
    event.statement.append(executions.some(Kind.WRITE));
  }

  private void cancelled() {
    Event event = error(Client.METABASE, "SELECT", "57014");
    event.message.append("canceling statement due to ");
    event.message.append(random.of("statement timeout", "user request"));
    event.statement.append(executions.some(random.percent(50) ? Kind.REPORT : Kind.LITERAL));
  }

  private void syntax() {
    Event event = error(Client.PSQL, "SELECT", "42601");
    event.message.append("syntax error at or near \"FORM\"");
    event.cursor = random.between(8, 80);
    event.statement.append("SELECT ").append(executions.some(Kind.LITERAL));
  }

  private void deadlock() {
    Event event = error(Client.HIBERNATE, "UPDATE", "40P01");
    int other = server.sessions.draw(Client.HIBERNATE, random).process;
    Text statement = executions.some(Kind.WRITE);
    event.message.append("deadlock detected");
    event.detail.append("Process ").append(event.session.process);
    event.detail.append(" waits for ShareLock on transaction ").append(random.below(1 << 30));
    event.detail.append("; blocked by process ").append(other).append(".\nProcess ");
    event.detail.append(event.session.process).append(": ").append(statement);
    event.hint.append("See server log for query details.");
    event.context.append("while updating tuple (").append(random.below(9000)).append(",");
    event.context.append(random.below(90)).append(") in relation \"stock_levels\"");
    event.statement.append(statement);
  }

  private void inFunction() {
    Event event = error(Client.PGX, "SELECT", "22012");
    event.message.append("division by zero");
    event.context.append("SQL statement \"SELECT sum(total) / count(*) FROM orders o\n");
    event.context.append(" WHERE o.customer_id = p_customer\"\nPL/pgSQL function ");
    event.context.append("average_order(integer) line 7 at SQL statement");
    event.statement.append("SELECT average_order(").append(random.below(1 << 20)).append(")");
  }
}
