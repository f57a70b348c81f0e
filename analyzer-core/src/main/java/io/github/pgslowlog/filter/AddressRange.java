package io.github.pgslowlog.filter;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike: {@code 10.1.0.0/16}, {@code 2001:db8::/32}. No name is ever looked
 * up.
 */
final class AddressRange {
  private static final int MAX_LENGTH = 64;

  private final byte[] start;
  private final int bits;

  private AddressRange(byte[] start, int bits) {
    this.start = start;
    this.bits = bits;
  }

  /** Null for what is no range. */
  static @Nullable AddressRange of(String text) {
    int slash = text.indexOf('/');
    byte[] start = slash < 0 ? null : address(text.substring(0, slash));
    int bits = slash < 0 ? -1 : number(text.substring(slash + 1), 3);
    return start == null || bits < 0 || bits > Byte.SIZE * start.length
        ? null
        : new AddressRange(start, bits);
  }

  boolean contains(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    int mask = 0xff00 >> rest & 0xff;
    return Arrays.equals(address, 0, whole, start, 0, whole)
        && (rest == 0 || ((address[whole] ^ start[whole]) & mask) == 0);
  }

  /** The bytes of an address; null for what is none. */
  static byte @Nullable [] address(String text) {
    if (text.indexOf(':') < 0) {
      return address4(text);
    }
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    if (address.length() > MAX_LENGTH || !address.chars().allMatch(AddressRange::isOfAddress)) {
      return null;
    }
    try {
      // What has a colon is never taken for a name.
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException none) {
      return null;
    }
  }

  private static boolean isOfAddress(int c) {
    return c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 128;
  }

  private static byte @Nullable [] address4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] address = new byte[4];
    for (int i = 0; i < address.length; i++) {
      int part = parts.length == address.length ? number(parts[i], 3) : -1;
      if (part < 0 || part > 255) {
        return null;
      }
      address[i] = (byte) part;
    }
    return address;
  }

  /** A number of some digits; -1 for what is none. */
  static int number(String text, int maxDigits) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return text.isEmpty() || text.length() > maxDigits || !digits ? -1 : Integer.parseInt(text);
  }
}
