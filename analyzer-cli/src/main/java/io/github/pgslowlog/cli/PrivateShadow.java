package io.github.pgslowlog.cli;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.live.LiveServer;
import io.github.pgslowlog.postgres.schema.SchemaSource;
import io.github.pgslowlog.postgres.schema.ShadowDatabase;
import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.postgres.server.PrivateServerOptions;
import io.github.pgslowlog.postgres.whatif.PlannerCostModel;
import io.github.pgslowlog.select.CostModel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shadow on a private server. */
final class PrivateShadow implements Shadow {
  private static final String DATABASE = "shadow";

  private final AdviceArguments arguments;
  private @Nullable PrivateServer server;
  private @Nullable ShadowDatabase database;
  private String sourceName = "";
  private boolean closed;

  PrivateShadow(AdviceArguments arguments) {
    this.arguments = arguments;
  }

  @Override
  public Catalog open() {
    if (arguments.url().isPresent()) {
      try (LiveServer live = LiveServer.connect(arguments.url().get())) {
        return open(live);
      }
    }
    return open(
        SchemaSource.files(
            file(arguments.schema().orElseThrow()),
            arguments.statistics().map(PrivateShadow::file)));
  }

  private Catalog open(SchemaSource source) {
    PrivateServer started = keep(PrivateServer.start(PrivateServerOptions.defaults()));
    ShadowDatabase loaded =
        ShadowDatabase.load(started, DATABASE, source, arguments.plannerSettings());
    return keep(loaded, source.name());
  }

  /** Nobody waits for a server to learn of a name that is wrong. */
  private static Path file(String name) {
    Path file = path(name);
    if (!Files.exists(file)) {
      throw new AnalyzerException(name + ": no such file");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new AnalyzerException(
          name + ": not an ordinary file that can be read; write a dump to one, and name it");
    }
    return file;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException invalid) {
      throw new AnalyzerException(name + ": not a path: " + invalid.getReason(), invalid);
    }
  }

  private synchronized PrivateServer keep(PrivateServer started) {
    if (closed) {
      started.close();
      throw new AnalyzerException("interrupted while the private PostgreSQL server was started");
    }
    server = started;
    return started;
  }

  private synchronized Catalog keep(ShadowDatabase loaded, String name) {
    database = loaded;
    sourceName = name;
    return loaded.catalog();
  }

  @Override
  public synchronized List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(arguments.notices());
    Optional.ofNullable(database).ifPresent(loaded -> problems.addAll(loaded.problems()));
    return problems;
  }

  @Override
  public synchronized CostModel planner() {
    return new PlannerCostModel(
        Objects.requireNonNull(server), DATABASE, Objects.requireNonNull(database).catalog());
  }

  @Override
  public synchronized String origin() {
    String statistics =
        Objects.requireNonNull(database).assumed()
            ? "sizes assumed"
            : arguments.statistics().map(file -> "statistics of " + file).orElse("its statistics");
    StringBuilder origin = new StringBuilder("schema of " + sourceName + ", " + statistics);
    arguments.plannerSettings().forEach((name, value) -> origin.append(", " + name + "=" + value));
    return origin.toString();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.close();
    }
  }
}
