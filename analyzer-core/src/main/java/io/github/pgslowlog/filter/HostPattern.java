package io.github.pgslowlog.filter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hosts by a name with wildcards, an address, or a range of addresses. */
final class HostPattern {
  private final String text;
  private final @Nullable AddressRange range;
  private final byte @Nullable [] address;

  HostPattern(String text) {
    this.text = text;
    range = AddressRange.of(text);
    address = AddressRange.address(text);
  }

  boolean matches(String host) {
    return ClientHost.readings(host).stream().anyMatch(this::matchesReading);
  }

  private boolean matchesReading(String host) {
    byte[] itsAddress = range == null && address == null ? null : AddressRange.address(host);
    if (itsAddress != null && range != null) {
      return range.contains(itsAddress);
    }
    return itsAddress != null && address != null
        ? Arrays.equals(itsAddress, address)
        : range == null && Wildcards.match(text, host);
  }
}
