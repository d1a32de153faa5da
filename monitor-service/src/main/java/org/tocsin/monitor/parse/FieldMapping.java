package org.tocsin.monitor.parse;

import org.jspecify.annotations.Nullable;

/**
 * Where the API of a source puts what we need, as JSON pointers (RFC 6901).
 *
 * @param items to the list of reports, from the root of the answer; empty when the answer is the list
 * @param id from the item to its publisher's id, or null
 * @param url from the item to its address, absolute or relative, or null
 * @param title from the item to its title, or null
 * @param text from the item to its text or HTML, or null
 * @param publishedAt from the item to its date: ISO 8601, RFC 822, or seconds or milliseconds since 1970; or null
 */
public record FieldMapping(
        String items,
        @Nullable String id,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String publishedAt) {}
