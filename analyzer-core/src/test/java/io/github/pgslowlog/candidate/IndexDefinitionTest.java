package io.github.pgslowlog.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that creates and drops an index. */
final class IndexDefinitionTest {
  private static final Pattern NAME = Pattern.compile("CONCURRENTLY (\"[^\"]+\"|\\S+) ON ");

  @Test
  void createsAndDropsWithoutBlockingWrites() {
    IndexDefinition definition =
        definition(new TableName("", "orders"), "customer_id", "placed_at");

    assertThat(definition.create())
        .isEqualTo(
            "CREATE INDEX CONCURRENTLY orders_customer_id_placed_at_idx"
                + " ON orders (customer_id, placed_at);");
    assertThat(definition.drop())
        .isEqualTo("DROP INDEX CONCURRENTLY orders_customer_id_placed_at_idx;");
  }

  @Test
  void anIndexIsInTheSchemaOfItsTable() {
    IndexDefinition definition = definition(new TableName("billing", "invoices"), "due_on");

    assertThat(definition.create())
        .isEqualTo("CREATE INDEX CONCURRENTLY invoices_due_on_idx ON billing.invoices (due_on);");
    assertThat(definition.drop()).isEqualTo("DROP INDEX CONCURRENTLY billing.invoices_due_on_idx;");
  }

  @Test
  void namesAreQuotedWhereTheyMustBe() {
    IndexDefinition definition = definition(new TableName("My App", "user"), "Name", "order");

    assertThat(definition.create())
        .isEqualTo(
            "CREATE INDEX CONCURRENTLY \"user_Name_order_idx\""
                + " ON \"My App\".\"user\" (\"Name\", \"order\");");
    assertThat(definition.drop())
        .isEqualTo("DROP INDEX CONCURRENTLY \"My App\".\"user_Name_order_idx\";");
  }

  @Test
  void directionsAreWritten() {
    CandidateIndex index =
        new CandidateIndex(
            new TableName("", "posts"),
            List.of(
                IndexKey.of("author_id"),
                IndexKey.of("posted_at").ordered(true, false),
                IndexKey.of("title").ordered(false, true)));

    assertThat(new IndexDefinition(index).create())
        .endsWith("ON posts (author_id, posted_at DESC NULLS LAST, title NULLS FIRST);");
  }

  @Test
  void aNameOf63BytesIsKept() {
    String column = "c".repeat(63 - "t__idx".length());

    assertThat(name(definition(new TableName("", "t"), column)))
        .hasSize(63)
        .isEqualTo("t_" + column + "_idx");
  }

  @Test
  void aLongerNameEndsInAHash() {
    String column = "c".repeat(64 - "t__idx".length());

    assertThat(name(definition(new TableName("", "t"), column)))
        .hasSize(63)
        .matches("t_c+_[0-9a-f]{8}_idx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"å", "€", "\uD83D\uDC18", "x"})
  void lettersAreNotCutInTwo(String letter) {
    String name = name(definition(new TableName("", "t"), letter.repeat(60)));

    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(60, 63);
    assertThat(name).matches("t_(" + letter + ")+_[0-9a-f]{8}_idx");
  }

  @Test
  void aNameHasNoLineEnds() {
    assertThat(definition(new TableName("", "a\nb"), "c\r\u202ed").create())
        .isEqualTo("CREATE INDEX CONCURRENTLY a_b_c_d_idx ON \"a\nb\" (\"c\r\u202ed\");");
  }

  @Test
  @Timeout(10)
  void anExpressionMayBeLong() {
    IndexKey key = IndexKey.ofExpression("lower(name || '" + "é".repeat(500_000) + "')");
    IndexDefinition definition =
        new IndexDefinition(new CandidateIndex(new TableName("", "t"), List.of(key)));

    assertThat(definition.name()).startsWith("t_lower_name_éé").endsWith("_idx");
    assertThat(definition.name().getBytes(StandardCharsets.UTF_8).length).isBetween(62, 63);
  }

  @Test
  void longNamesThatBeginAlikeDiffer() {
    String start = "c".repeat(70);

    assertThat(name(definition(new TableName("", "t"), start + "x")))
        .isNotEqualTo(name(definition(new TableName("", "t"), start + "y")));
  }

  private static IndexDefinition definition(TableName table, String... columns) {
    return new IndexDefinition(
        new CandidateIndex(table, Stream.of(columns).map(IndexKey::of).toList()));
  }

  private static String name(IndexDefinition definition) {
    Matcher matcher = NAME.matcher(definition.create());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).replace("\"", "");
  }
}
