package org.tocsin.alert.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertHistory;
import org.tocsin.alert.alert.ToldVersion;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.search.AlertFilter;
import org.tocsin.alert.search.SearchParameters;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Application;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Versions of alerts as they come, read from the table of versions: any replica can serve any reader, and who comes again
 * with {@code Last-Event-ID} misses nothing.
 */
@Path("/api/v1/alerts/stream")
@Tag(name = "alerts")
class StreamResource {

    private static final int BATCH = 100;
    private static final long COME_AGAIN_MILLIS = 3_000;

    private final AlertHistory history;
    private final StreamHead head;
    private final StreamConfig config;
    private final Categories categories;
    private final ObjectMapper json;
    private final AtomicInteger readers = new AtomicInteger();

    StreamResource(
            AlertHistory history, StreamHead head, StreamConfig config, Categories categories, ObjectMapper json) {
        this.history = history;
        this.head = head;
        this.config = config;
        this.categories = categories;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
    @Operation(
            summary = "Alerts as they happen (server-sent events), with the filters of the list",
            description =
                    "Begins with the next version, or behind the one that Last-Event-ID names (0: from the first).")
    public Multi<OutboundSseEvent> stream(
            @BeanParam SearchParameters parameters,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        AlertFilter filter = parameters.filter(categories);
        long last = head.position();
        long from = lastEventId == null || lastEventId.isBlank() ? last : Math.min(last, position(lastEventId));
        if (readers.incrementAndGet() > config.maxReaders()) {
            readers.decrementAndGet();
            throw new ServiceUnavailableException(COME_AGAIN_MILLIS / 1_000);
        }
        Duration pace = config.pace();
        var reading = new StreamReading(
                filter,
                from,
                config.lifetime().dividedBy(pace),
                config.heartbeat().dividedBy(pace));
        return Multi.createFrom()
                .ticks()
                .every(pace)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                // A stream that goes on would hold up the shutdown.
                .select()
                .first(tick ->
                        reading.tick() && Application.currentApplication().isStarted())
                .onItem()
                .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(next(reading, sse)))
                .onTermination()
                .invoke(readers::decrementAndGet);
    }

    private List<OutboundSseEvent> next(StreamReading reading, Sse sse) {
        List<ToldVersion> versions =
                head.position() > reading.position() ? history.after(reading.position(), BATCH) : List.of();
        var events = new ArrayList<OutboundSseEvent>();
        List<ToldVersion> wanted = reading.pass(versions);
        String comment = reading.comment();
        if (comment != null) {
            // The id lets a reader for whom nothing was told so far come again without going over it all.
            String id = Long.toString(
                    wanted.isEmpty() ? reading.position() : wanted.get(0).position() - 1);
            events.add(sse.newEventBuilder()
                    .id(id)
                    .reconnectDelay(COME_AGAIN_MILLIS)
                    .comment(comment)
                    .build());
        }
        wanted.forEach(version -> events.add(event(version, sse)));
        return events;
    }

    private OutboundSseEvent event(ToldVersion version, Sse sse) {
        try {
            return sse.newEventBuilder()
                    .id(Long.toString(version.position()))
                    .name(StreamMessage.type(version))
                    .data(json.writeValueAsString(StreamMessage.of(version)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert can be written", e);
        }
    }

    private static long position(String lastEventId) {
        if (!lastEventId.matches("\\d{1,18}")) {
            throw ProblemException.badRequest("Last-Event-ID is not one that this stream has given out");
        }
        return Long.parseLong(lastEventId);
    }
}
