package io.github.pgslowlog.benchmarks.generator;

import io.github.pgslowlog.benchmarks.generator.Patterns.Drawn;
import java.io.IOException;
import java.util.List;

/** Messages of executed statements, as {@code log_min_duration_statement} has them. */
final class Executions {
  private final Server server;
  private final Randomness random;
  private final Text sql = new Text(1 << 14);
  private final Text parameters = new Text(1 << 12);
  private final Text name = new Text(128);

  Executions(Server server) {
    this.server = server;
    this.random = server.random;
  }

  void log(Kind kind) throws IOException {
    if (kind == Kind.WRITE && random.percent(15)) {
      transactionEnd();
      return;
    }
    Drawn drawn = server.patterns.draw(kind, random);
    Pattern pattern = drawn.pattern();
    Session session = server.sessions.draw(pattern.client(), random);
    write(drawn);
    if (!pattern.isPrepared()) {
      simple(session, pattern.tag(), pattern.medianMicros());
      return;
    }
    prepared(session, drawn);
  }

  /** Writes the text and the parameters of one execution. */
  private void write(Drawn drawn) {
    Variant variant = random.of(drawn.pattern().variants());
    variant.sql().append(sql.clear(), random, drawn.partition());
    parameters.clear();
    List<Value> values = variant.parameters();
    for (int i = 0; i < values.size(); i++) {
      parameters.append(i == 0 ? "parameters: $" : ", $").append(i + 1).append(" = ");
      values.get(i).parameter(parameters, random);
    }
  }

  private void simple(Session session, String tag, long medianMicros) throws IOException {
    Event event = server.message(session, tag);
    duration(event, medianMicros).append(" ms  statement: ").append(sql);
    server.log();
  }

  private void prepared(Session session, Drawn drawn) throws IOException {
    Pattern pattern = drawn.pattern();
    String statement = pattern.client().statementName(drawn.number(), random);
    name.clear().append(statement);
    if (random.percent(12)) {
      step(session, drawn, "PARSE", " ms  parse ", 150, false);
      step(session, drawn, "BIND", " ms  bind ", 60, true);
    }
    boolean isPortal = pattern.client() == Client.HIBERNATE && random.percent(4);
    if (isPortal) {
      name.append("/C_").append(random.between(1, 5000));
    }
    String execute = isPortal && random.percent(40) ? " ms  execute fetch from " : " ms  execute ";
    step(session, drawn, pattern.tag(), execute, pattern.medianMicros(), true);
  }

  private void step(
      Session session, Drawn drawn, String tag, String step, long median, boolean withParameters)
      throws IOException {
    Event event = server.message(session, tag);
    event.queryId = 0x9E3779B97F4A7C15L * (drawn.number() + 1);
    duration(event, median).append(step).append(name).append(": ").append(sql);
    if (withParameters) {
      event.detail.append(parameters);
    }
    server.log();
  }

  private Text duration(Event event, long medianMicros) {
    return event.message.append("duration: ").thousandths(1 + random.around(medianMicros));
  }

  private void transactionEnd() throws IOException {
    String command = random.of("BEGIN", "COMMIT", "COMMIT", "ROLLBACK");
    sql.clear().append(command);
    simple(server.sessions.draw(Client.DJANGO, random), command, 80);
  }

  /** The text of some statement, for a message that shows it; no message of its own. */
  Text some(Kind kind) {
    write(server.patterns.draw(kind, random));
    return sql;
  }
}
