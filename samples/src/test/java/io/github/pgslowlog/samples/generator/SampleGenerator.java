package io.github.pgslowlog.samples.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Makes one sample: a folder with the log of a real server, the schema it had and the statistics it
 * planned with. The workload is the same on each run; times, process numbers and ports are not.
 *
 * @param logLinePrefix what the server writes before each message
 * @param slow how long a statement takes at least to be logged; 0 for all
 * @param rounds how many rounds each workload plays
 * @param compressed whether the log is compressed
 */
record SampleGenerator(String logLinePrefix, Duration slow, int rounds, boolean compressed) {

  private static final long SEED = 20260620;

  /** Every statement, in the style of a server of one's own. */
  static final SampleGenerator SHOP =
      new SampleGenerator("%m [%p] %q%u@%d ", Duration.ZERO, 8, false);

  /** Only slow statements, in the style of a server that Amazon RDS runs. */
  static final SampleGenerator SHOP_RDS =
      new SampleGenerator("%t:%r:%u@%d:[%p]:", Duration.ofMillis(2), 24, true);

  /** Writes the sample into a folder, over what is there. */
  void writeTo(Path folder) throws IOException, SQLException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("schema.sql"), ShopSchema.TEXT);
    try (SampleServer server = SampleServer.start(logLinePrefix)) {
      ShopSchema.create(server);
      ShopContent.load(server);
      Files.writeString(folder.resolve("statistics.sql"), StatisticsExport.read(server));
      server.logStatementsFrom(slow);
      play(server);
      writeLog(folder, server.stop());
    }
  }

  private void play(SampleServer server) throws SQLException {
    try (Workload web = new HibernateWorkload(server, SEED);
        Workload backOffice = new ActiveRecordWorkload(server, SEED + 1);
        Workload reports = new ReportWorkload(server, SEED + 2)) {
      for (int round = 0; round < rounds; round++) {
        for (Workload workload : List.of(web, backOffice, reports)) {
          workload.play(round);
        }
      }
    }
  }

  private void writeLog(Path folder, String log) throws IOException {
    if (compressed) {
      Files.write(folder.resolve("postgresql.log.gz"), compress(log));
    } else {
      Files.writeString(folder.resolve("postgresql.log"), log);
    }
  }

  private static byte[] compress(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream compressor = new GZIPOutputStream(bytes)) {
      compressor.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
