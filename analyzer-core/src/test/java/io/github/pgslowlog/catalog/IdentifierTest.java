package io.github.pgslowlog.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in statements and the names they mean. */
final class IdentifierTest {
  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          orders,            orders
          Orders,            orders
          ORDER_ITEMS,       order_items
          TITLE,             title
          ÅR,                År
          "Orders",          Orders
          "order",           order
          "two words",       two words
          "say ""x"" !",     say "x" !
          "a""b",            a"b
          """)
  void aNameFoldsUnlessItIsQuoted(String identifier, String name) {
    assertThat(Identifier.name(identifier)).isEqualTo(name);
  }

  @Test
  void aLoneQuoteIsNoQuotedName() {
    assertThat(Identifier.name("\"")).isEqualTo("\"");
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          orders,       orders
          _tmp1,        _tmp1
          Orders,       "Orders"
          1st,          "1st"
          two words,    "two words"
          a-b,          "a-b"
          say "x" !,    "say ""x"" !"
          order,        "order"
          user,         "user"
          name,         name
          status,       status
          år,           "år"
          """)
  void aNameIsQuotedWhereItMustBe(String name, String written) {
    assertThat(Identifier.quoted(name)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orders", "Orders", "order", "a\"b", "\"", "two words", "ÅR", "ı", "İ", "I"})
  void whatIsWrittenMeansTheName(String name) {
    assertThat(Identifier.name(Identifier.quoted(name))).isEqualTo(name);
  }

  @Test
  void tablesAreSortedBySchemaThenName() {
    TableName plain = new TableName("", "z");
    TableName a = new TableName("a", "y");
    TableName b = new TableName("b", "x");

    assertThat(Stream.of(b, a, plain).sorted()).containsExactly(plain, a, b);
    assertThat(Stream.of(plain, a).map(TableName::toString)).containsExactly("z", "a.y");
  }
}
