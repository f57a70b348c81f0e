package io.github.pgslowlog.postgres.whatif;

/**
 * Keys of a GIN index that occur about equally often.
 *
 * @param different how many there are
 * @param postings rows of all of them together; a row counts once for each key
 * @param bytes mean length of a key as it is stored
 */
record GinKeys(double different, double postings, double bytes) {}
