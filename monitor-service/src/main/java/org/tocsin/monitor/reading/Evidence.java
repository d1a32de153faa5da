package org.tocsin.monitor.reading;

/**
 * Words of the report that speak for a signal.
 *
 * @param field {@code title} or {@code text}
 * @param quote the words
 * @param start UTF-16 offset in the field, inclusive
 * @param end UTF-16 offset in the field, exclusive
 */
public record Evidence(String field, String quote, int start, int end) {}
