package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.pgslowlog.Analysis;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema describes every field of every report, and no other. */
class JsonSchemaTest {
  private static final ReportOptions WITH_VALUES = new ReportOptions(20, true, 80, false);

  static Stream<Analysis> analyses() {
    return SampleAnalyses.all();
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void reportsAreAsTheSchemaSays(Analysis analysis) throws IOException {
    assertThat(check(json(analysis, ReportOptions.DEFAULT))).isEmpty();
    assertThat(check(json(analysis, WITH_VALUES))).isEmpty();
  }

  @Test
  void otherJsonIsNot() throws IOException {
    String json = json(Analyses.of(Analyses.SHOP), ReportOptions.DEFAULT);

    assertThat(check(json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"))).hasSize(1);
    assertThat(check(json.replace("\"calls\" : 2,", "\"calls\" : -2,"))).isNotEmpty();
    assertThat(check(json.replace("\"queries\" :", "\"querys\" :"))).isNotEmpty();
    assertThat(check(json.replace("\"equality\"", "\"sameness\""))).isNotEmpty();
  }

  private static Set<ValidationMessage> check(String json) throws IOException {
    try (InputStream schema =
        JsonReport.class.getResourceAsStream("/io/github/pgslowlog/report/report.schema.json")) {
      JsonSchema parsed =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Objects.requireNonNull(schema));
      return parsed.validate(json, InputFormat.JSON);
    }
  }

  private static String json(Analysis analysis, ReportOptions options) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(analysis, options, out);
    return out.toString();
  }
}
