package org.tocsin.notify.bounce;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.smallrye.common.annotation.Blocking;

@Path("/api/v1/mail-reports")
@Tag(name = "Mail reports")
@RolesAllowed({Roles.ADMIN, Roles.INGEST})
@Produces(MediaType.APPLICATION_JSON)
class MailReportResource {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final MailReportService service;

    MailReportResource(MailReportService service) {
        this.service = service;
    }

    @POST
    @Blocking
    @Consumes("message/rfc822")
    @Operation(
            summary = "Takes a bounce (RFC 3464) or complaint (RFC 5965) as the mail that it came in",
            description =
                    "A hard bounce disables the subscription, a complaint ends it; the organisation's contacts are"
                            + " told of both. A report that is posted twice is taken once.")
    public Response take(byte @Nullable [] message) {
        if (message == null) {
            throw ProblemException.badRequest("There is no message.");
        }
        if (message.length > MOST_BYTES) {
            throw ProblemException.badRequest("The message is longer than 2 MiB.");
        }
        return service.take(message)
                .map(taken -> Response.accepted(new ReportView(
                                taken.report().kind(),
                                taken.report().delivery(),
                                taken.subscription(),
                                taken.report().status()))
                        .build())
                .orElseThrow(() -> ProblemException.badRequest("This is neither a bounce nor a complaint."));
    }

    /** What was understood. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(
            MailReport.Kind kind, @Nullable UUID delivery, @Nullable UUID subscription, @Nullable String status) {}
}
