package io.github.pgslowlog.cli;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.postgres.server.PrivateServerOptions;
import io.github.pgslowlog.select.CostModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shadow on a private server. */
final class PrivateShadow implements Shadow {
  private final AdviceArguments arguments;
  private @Nullable PrivateServer server;
  private boolean closed;

  PrivateShadow(AdviceArguments arguments) {
    this.arguments = arguments;
  }

  @Override
  public Catalog open() {
    start();
    throw new AnalyzerException("no schema can be loaded yet");
  }

  private PrivateServer start() {
    PrivateServerOptions options = PrivateServerOptions.defaults();
    for (Map.Entry<String, String> setting : arguments.settings().entrySet()) {
      options = options.withSetting(setting.getKey(), setting.getValue());
    }
    return keep(PrivateServer.start(options));
  }

  private synchronized PrivateServer keep(PrivateServer started) {
    if (closed) {
      started.close();
      throw new AnalyzerException("interrupted while the private PostgreSQL server was started");
    }
    server = started;
    return started;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }

  @Override
  public CostModel planner() {
    throw new AnalyzerException("no schema can be loaded yet");
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.close();
    }
  }
}
