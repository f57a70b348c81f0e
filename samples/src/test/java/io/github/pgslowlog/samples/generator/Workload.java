package io.github.pgslowlog.samples.generator;

import java.sql.SQLException;

/** What one application does with the shop database, in rounds so that applications take turns. */
interface Workload extends AutoCloseable {

  /** Does one round; rounds are numbered from 0. */
  void play(int round) throws SQLException;

  @Override
  void close() throws SQLException;
}
