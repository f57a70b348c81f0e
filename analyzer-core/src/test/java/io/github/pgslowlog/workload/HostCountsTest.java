package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by client address. */
final class HostCountsTest {
  private final HostNames addresses = new HostNames();

  private HostCounts counts(List<String> hosts) {
    HostCounts counts = new HostCounts();
    hosts.forEach(host -> counts.add(host, addresses));
    return counts;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "10.0.0.7, 10.0.0.7",
    "10.0.0.7(51234), 10.0.0.7",
    "10.0.0.7:51234, 10.0.0.7",
    "10.0.0.7:80, 10.0.0.7",
    "app-1.example.org(51234), app-1.example.org",
    "app-1.example.org:51234, app-1.example.org",
    "[local], [local]",
    "::1, ::1",
    "::1(51234), ::1",
    "::1:51234, ::1",
    "2001:db8::7:51234, 2001:db8::7",
    "2001:db8::7:1234, 2001:db8::7:1234",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6",
    "2001:db8:1:2:3:4:5:6:80, 2001:db8:1:2:3:4:5:6",
    "fe80::1%eth0:51234, fe80::1%eth0",
    "[2001:db8::7]:80, [2001:db8::7]",
    "(51234), (51234)",
    "host(, host(",
    "host), host)",
    "host(), host()",
    "host:, host:",
    ":51234, :51234",
    "host(a1), host(a1)",
  })
  void portsAreNoPartOfAnAddress(String host, String address) {
    assertThat(HostNames.address(host)).isEqualTo(address);
    assertThat(addresses.of(host)).isEqualTo(address);
    assertThat(addresses.of(host)).isEqualTo(address);
  }

  @Test
  void callsAreCountedByAddress() {
    HostCounts counts = counts(List.of("a(1)", "a(1)", "b:7", "a(2)", "b", "[local]", "a(1)"));
    counts.add(null, addresses);

    assertThat(counts.sorted())
        .hasSize(3)
        .containsEntry("a", 4L)
        .containsEntry("b", 2L)
        .containsEntry("[local]", 1L);
    assertThat(new HostCounts().sorted()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countsOfTheAddressesKeptAreExactInAnyOrderAndAnyParts(long seed) {
    Random random = new Random(seed);
    List<String> hosts = new ArrayList<>();
    IntStream.range(0, 3 * HostCounts.MAX_HOSTS)
        .mapToObj(i -> String.format("host%04d", i))
        .forEach(host -> hosts.addAll(List.of(host + "(1)", host + "(2)", host)));
    Collections.shuffle(hosts, random);
    HostCounts merged = counts(hosts.subList(0, 300));
    HostCounts rest = counts(hosts.subList(300, 310));
    rest.merge(counts(hosts.subList(310, hosts.size())));
    merged.merge(rest);

    HostCounts counts = counts(hosts);

    assertThat(counts.sorted()).hasSize(HostCounts.MAX_HOSTS);
    assertThat(counts.sorted().firstKey()).isEqualTo("host0000");
    assertThat(counts.sorted().lastKey()).isEqualTo("host0099");
    assertThat(counts.sorted().values()).containsOnly(3L);
    assertThat(merged.sorted()).isEqualTo(counts.sorted());
  }

  @Test
  void moreHostsThanAreRememberedAreCutAgain() {
    for (int i = 0; i < 30_000; i++) {
      assertThat(addresses.of("10.0." + i / 250 + "." + i % 250 + ":51234"))
          .isEqualTo("10.0." + i / 250 + "." + i % 250);
    }
  }
}
