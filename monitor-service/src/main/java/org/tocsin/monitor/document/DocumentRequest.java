package org.tocsin.monitor.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as sent to us, unchecked.
 *
 * @param url absolute http or https address
 * @param text plain text; wins over html
 * @param language BCP 47; found out when absent
 * @param publishedAt ISO 8601 date with or without time; the time of arrival when absent
 */
@Schema(name = "Document")
public record DocumentRequest(
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String html,
        @Nullable String language,
        @Nullable @Schema(examples = "2025-07-14T06:20:00Z") String publishedAt,
        @Nullable Origin source) {

    /**
     * Who tells it.
     *
     * @param name as readers know it
     * @param id the id of a source of ours, or the sender's own id for it
     */
    @Schema(name = "DocumentSource")
    public record Origin(@Nullable String name, @Nullable String id) {}
}
