package io.github.pgslowlog.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts of clients as logs show them, with their ports or without. */
class HostPatternTest {
  @ParameterizedTest(name = "{0} stands for {1}: {2}")
  @CsvSource(
      textBlock =
          """
          10.1.2.3,       10.1.2.3,               true
          10.1.2.3,       10.1.2.3(5432),         true
          10.1.2.3,       10.1.2.3:5432,          true
          10.1.2.3,       10.1.2.30,              false
          10.1.*,         10.1.2.3(5432),         true
          10.1.0.0/16,    10.1.255.255:1,         true
          10.1.0.0/16,    10.2.0.0,               false
          10.1.0.0/15,    10.0.0.7,               true
          10.1.0.0/15,    10.2.0.0,               false
          10.1.2.3/32,    10.1.2.3,               true
          10.1.2.3/32,    10.1.2.2,               false
          0.0.0.0/0,      10.1.2.3,               true
          0.0.0.0/0,      [local],                false
          0.0.0.0/0,      ::1,                    false
          0.0.0.0/0,      db1.example.com,        false
          [local],        [local],                true
          app-*,          app-7.example.com,      true
          app-*,          app-7.example.com(80),  true
          ::1,            ::1(5432),              true
          ::1,            ::1:5432,               true
          ::1,            0:0:0:0:0:0:0:1,        true
          2001:db8::/32,  2001:db8:1::5(5432),    true
          2001:db8::/32,  2001:db8::5:54321,      true
          2001:db8::/32,  2001:db9::5,            false
          fe80::/10,      fe80::1%eth0,           true
          """)
  void stands(String pattern, String host, boolean expected) {
    assertThat(new HostPattern(pattern).matches(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/33",
    "10.1.0/8",
    "10.1.0.256/8",
    "::1/129",
    "a/8",
    "10.0.0.0/",
    "10.0.0.0/-1",
    "1.2.3.4.5/8",
    "::g/8"
  })
  void whatIsNoRangeIsNone(String text) {
    assertThat(AddressRange.of(text)).isNull();
  }
}
