package io.github.pgslowlog.cli;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.live.LiveServer;
import io.github.pgslowlog.select.CostModel;
import java.util.List;

/** No shadow but the live database itself, whose HypoPG supposes indexes. */
final class HypotheticalShadow implements Shadow {
  private final String address;
  private volatile String sourceName = "";

  HypotheticalShadow(String address) {
    this.address = address;
  }

  /** Without the extension there is no use in reading the catalog. No connection stays open. */
  @Override
  public Catalog open() {
    LiveServer.hypotheticalIndexes(address).close();
    try (LiveServer live = LiveServer.connect(address)) {
      sourceName = live.name();
      return live.catalog();
    }
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }

  @Override
  public String origin() {
    return "schema and statistics of " + sourceName;
  }

  @Override
  public CostModel planner() {
    return LiveServer.hypotheticalIndexes(address);
  }

  /** What is open has an end of its own: each answer of the server is bounded in time. */
  @Override
  public void close() {}
}
