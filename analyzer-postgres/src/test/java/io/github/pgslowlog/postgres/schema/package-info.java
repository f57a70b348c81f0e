@NullMarked
package io.github.pgslowlog.postgres.schema;

import org.jspecify.annotations.NullMarked;
