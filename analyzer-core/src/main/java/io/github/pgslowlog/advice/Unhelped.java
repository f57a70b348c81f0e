package io.github.pgslowlog.advice;

import io.github.pgslowlog.fingerprint.Fingerprint;

/**
 * A slow pattern that no index will help.
 *
 * @param fingerprint names it
 * @param cause why, a sentence without a full stop, lower case
 */
public record Unhelped(Fingerprint fingerprint, String cause) {}
