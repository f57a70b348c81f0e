/**
 * JSON text as bytes, read without making Strings.
 *
 * <p>In: bytes of one JSON object. Out: keys, numbers and unescaped string values as bytes.
 */
@NullMarked
package io.github.pgslowlog.json;

import org.jspecify.annotations.NullMarked;
