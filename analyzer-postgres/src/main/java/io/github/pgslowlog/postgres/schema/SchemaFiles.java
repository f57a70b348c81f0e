package io.github.pgslowlog.postgres.schema;

import java.nio.file.Path;
import java.util.Optional;

/** Schema and statistics in files. */
record SchemaFiles(Path file, Optional<Path> statisticsFile) implements SchemaSource {
  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public StatementSource schema() {
    return FileStatements.open(file);
  }

  @Override
  public Optional<StatementSource> statistics() {
    return statisticsFile.map(FileStatements::open);
  }

  @Override
  public ExportedFacts facts() {
    return statisticsFile.map(StatisticsLoader::facts).orElse(ExportedFacts.NONE);
  }
}
