package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the time of a message was really spent on, where its own text does not say it.
 *
 * <pre>
 * duration: 3.000 ms               the statement that log_statement wrote before
 * EXECUTE by_customer(7)           the query of PREPARE by_customer AS ...
 * FETCH 100 FROM c, MOVE 5 IN c    the query of DECLARE c CURSOR FOR ...
 * DECLARE c CURSOR FOR SELECT ...  that SELECT
 * </pre>
 *
 * @param kind what was measured; further rows of a cursor are execute_fetch
 * @param sql the query
 * @param detail the DETAIL section with the parameters of the query, null if there is none
 * @param call whether this is one call of the query
 */
public record Resolution(StatementKind kind, Slice sql, @Nullable Slice detail, boolean call) {
  /**
   * The values of {@code $1}, {@code $2} and so on, as the server printed them.
   *
   * @return the values in order, empty for SQL NULL; an empty list if the log shows none
   */
  public List<Optional<String>> parameters() {
    return detail == null ? List.of() : ParameterList.read(detail);
  }
}
