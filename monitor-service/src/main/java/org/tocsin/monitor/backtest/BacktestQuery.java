package org.tocsin.monitor.backtest;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.FieldErrors;

/** Which documents a backtest reads: those of the last 30 days unless it says otherwise. */
public class BacktestQuery {

    private static final Duration USUALLY = Duration.ofDays(30);

    /** Published then or later, ISO 8601 in UTC. */
    @QueryParam("from")
    @Nullable
    String from;

    /** Published before, ISO 8601 in UTC. */
    @QueryParam("to")
    @Nullable
    String to;

    /** Id of a source. */
    @QueryParam("source")
    @Nullable
    String source;

    /** BCP 47; without region it means all regions. */
    @QueryParam("language")
    @Nullable
    String language;

    /** ISO 3166-1 alpha-2 of the source. */
    @QueryParam("country")
    @Nullable
    String country;

    DocumentFilter filter(Clock clock) {
        FieldErrors errors = new FieldErrors();
        Instant until = instant("?to", to, clock.instant(), errors);
        Instant since = instant("?from", from, until.minus(USUALLY), errors);
        errors.require(since.isBefore(until), "?from", "It must lie before the end.");
        UUID id = null;
        try {
            id = source == null ? null : UUID.fromString(source);
        } catch (IllegalArgumentException e) {
            errors.add("?source", "It must be the id of a source.");
        }
        errors.require(
                country == null || country.matches("[A-Za-z]{2}"), "?country", "It must be a code of two letters.");
        errors.require(
                language == null || language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
                "?language",
                "It must be a language tag such as fa or fa-AF.");
        errors.throwIfAny();
        return new DocumentFilter(since, until, id, language, country);
    }

    private static Instant instant(String name, @Nullable String text, Instant otherwise, FieldErrors errors) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            errors.add(name, "It must be an ISO 8601 instant in UTC.");
            return otherwise;
        }
    }
}
