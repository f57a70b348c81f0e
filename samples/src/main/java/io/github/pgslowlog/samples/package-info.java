/** Programs that use the library. */
@NullMarked
package io.github.pgslowlog.samples;

import org.jspecify.annotations.NullMarked;
