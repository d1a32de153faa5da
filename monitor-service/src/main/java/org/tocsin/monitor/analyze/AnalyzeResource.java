package org.tocsin.monitor.analyze;

import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.document.DocumentContent;
import org.tocsin.monitor.document.DocumentRequest;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Report;
import org.tocsin.monitor.reading.Signal;
import org.tocsin.monitor.request.Body;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.rule.LiveReader;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.common.annotation.Blocking;

/** Analysis over HTTP. */
@Path("/api/v1/analyze")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "analyze")
@Blocking
class AnalyzeResource {

    private static final int DOCUMENT_LIMIT = 2 * 1_024 * 1_024;

    private final LiveReader reader;
    private final ObjectMapper json;
    private final Clock clock;

    AnalyzeResource(LiveReader reader, ObjectMapper json, Clock clock) {
        this.reader = reader;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.INGEST, Roles.READER})
    @RequestBody(content = @Content(schema = @Schema(implementation = DocumentRequest.class)))
    public Analysis analyze(InputStream body) {
        DocumentRequest request = Body.json(json, Body.read(body, DOCUMENT_LIMIT), DocumentRequest.class);
        FieldErrors errors = new FieldErrors();
        DocumentContent content = DocumentContent.of(request, clock.instant(), errors);
        errors.throwIfAny();
        Report report = new Report(content.title(), content.text(), content.language(), content.publishedAt(), null);
        Reading reading = reader.current().read(report);
        Set<Signal> silent = reading.signals().stream().filter(this::isSilent).collect(Collectors.toSet());
        return Analysis.from(
                reading.without(silent, "It counts in the rule's window; on a single report the rule is silent."));
    }

    private boolean isSilent(Signal signal) {
        WindowCondition window = reader.window(signal.rule());
        return window != null && window.silent();
    }
}
