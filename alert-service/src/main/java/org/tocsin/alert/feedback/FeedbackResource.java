package org.tocsin.alert.feedback;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.token.Roles;

/** How often rules and sources were right, by what people made of their alerts. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
class FeedbackResource {

    private static final Duration USUAL = Duration.ofDays(90);

    private final FeedbackQueries queries;
    private final Clock clock;

    FeedbackResource(FeedbackQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN})
    @Operation(
            summary = "Precision of each rule or source over time",
            description = "by: rule or source; period: day, week or month; since and until: event time of the alerts, "
                    + "the last 90 days if not given.")
    public Feedback feedback(
            @RestQuery @DefaultValue("rule") String by,
            @RestQuery @DefaultValue("month") String period,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String until) {
        var errors = new ArrayList<FieldError>();
        FeedbackBy measured = name("by", by, FeedbackBy.class, errors);
        FeedbackPeriod stretch = name("period", period, FeedbackPeriod.class, errors);
        Instant to = until == null ? clock.instant() : instant("until", until, errors);
        Instant from = since == null && to != null ? to.minus(USUAL) : instant("since", since, errors);
        if (measured == null || stretch == null || from == null || to == null) {
            throw ProblemException.invalid("The question cannot be understood", errors);
        }
        return new Feedback(measured, stretch, from, to, queries.count(measured, stretch, from, to));
    }

    private static <E extends Enum<E>> @Nullable E name(
            String parameter, String value, Class<E> type, List<FieldError> errors) {
        try {
            return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("?" + parameter, "one of " + List.of(type.getEnumConstants())));
            return null;
        }
    }

    private static @Nullable Instant instant(String parameter, @Nullable String value, List<FieldError> errors) {
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeException e) {
            errors.add(new FieldError("?" + parameter, "an instant such as 2025-07-14T06:20:00Z, or a day"));
            return null;
        }
    }

    /** An answer, with what was asked. */
    record Feedback(FeedbackBy by, FeedbackPeriod period, Instant since, Instant until, List<Precision> items) {}
}
