package org.tocsin.monitor.source;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FieldMapping;

/** A source as shown. */
@Schema(name = "Source")
record SourceView(
        UUID id,
        Source.Kind kind,
        String name,
        @Nullable String url,
        SourceFormat format,
        boolean fullArticles,
        boolean ignoreRobots,
        @Nullable String links,
        @Nullable FieldMapping mapping,
        @Nullable String country,
        @Nullable String language,
        Reliability reliability,
        @Nullable String ownerGroup,
        @Schema(examples = "PT10M") String pollInterval,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static SourceView from(Source source) {
        SourceDetails details = source.details();
        return new SourceView(
                source.id(),
                source.kind(),
                details.name(),
                details.url() == null ? null : details.url().toString(),
                details.reading().format(),
                details.reading().fullArticles(),
                details.reading().ignoreRobots(),
                details.reading().links(),
                details.reading().mapping(),
                details.country(),
                details.language(),
                details.reliability(),
                details.ownerGroup(),
                details.pollInterval().toString(),
                details.enabled(),
                source.createdAt(),
                source.updatedAt(),
                source.version());
    }
}
