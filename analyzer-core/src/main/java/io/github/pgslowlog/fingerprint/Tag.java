package io.github.pgslowlog.fingerprint;

/**
 * What an application tells of itself.
 *
 * @param key such as {@code action}
 * @param value such as {@code orders#index}
 */
public record Tag(String key, String value) {}
