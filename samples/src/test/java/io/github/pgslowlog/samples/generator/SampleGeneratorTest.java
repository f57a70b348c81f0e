package io.github.pgslowlog.samples.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the samples anew, only when asked to: the logs of a run are the logs of that run. */
@EnabledIfSystemProperty(named = "samples.generate", matches = "true")
class SampleGeneratorTest {

  private static final int LARGEST_LOG = 400 * 1024;

  private static final Path FOLDER = Path.of(System.getProperty("samples.folder", ""));

  @Test
  void everyStatementInTheStyleOfAServerOfOnesOwn() throws Exception {
    Path folder = FOLDER.resolve("shop");
    SampleGenerator.SHOP.writeTo(folder);
    assertThat(Files.readString(folder.resolve("postgresql.log")))
        .hasSizeLessThan(LARGEST_LOG)
        .contains(" shop_app@shop LOG:  duration: ", " report@shop ERROR:  division by zero");
    assertLoadable(folder);
  }

  @Test
  void slowStatementsInTheStyleOfAmazonRds() throws Exception {
    Path folder = FOLDER.resolve("shop-rds");
    SampleGenerator.SHOP_RDS.writeTo(folder);
    assertThat(decompress(folder.resolve("postgresql.log.gz")))
        .hasSizeLessThan(LARGEST_LOG)
        .containsPattern(" UTC:127\\.0\\.0\\.1\\(\\d+\\):shop_app@shop:\\[\\d+]:LOG:  duration: ");
    assertLoadable(folder);
  }

  private static String decompress(Path file) throws IOException {
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Schema and statistics must fit into a new database, and come out of it unchanged. */
  private static void assertLoadable(Path folder) throws Exception {
    String statistics = Files.readString(folder.resolve("statistics.sql"));
    try (SampleServer server = SampleServer.start("%m ");
        ShopSession session = server.connectAsSuperuser()) {
      session.run(Files.readString(folder.resolve("schema.sql")));
      session.run(statistics);
      assertThat(StatisticsExport.read(server)).isEqualTo(statistics);
    }
  }
}
