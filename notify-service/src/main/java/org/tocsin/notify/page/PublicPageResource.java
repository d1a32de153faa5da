package org.tocsin.notify.page;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.notify.secret.PublicLinks.Page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/**
 * The pages' addresses. A POST to {@code unsubscribe} without any cookie or login acts at once and answers 200 without a
 * redirect, as RFC 8058 has it.
 */
@Path("/")
@Tag(name = "Public pages")
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class PublicPageResource {

    private final PublicPages pages;

    PublicPageResource(PublicPages pages) {
        this.pages = pages;
    }

    @GET
    @Path("confirm/{token}")
    @Operation(summary = "Asks the owner of an e-mail address whether the subscription is wanted")
    public Response askConfirm(@PathParam("token") String token) {
        return answer(pages.show(Page.CONFIRM, token));
    }

    @POST
    @Path("confirm/{token}")
    @Operation(summary = "Confirms a subscription")
    public Response confirm(@PathParam("token") String token) {
        return answer(pages.act(Page.CONFIRM, token, PageForm.of(null)));
    }

    @GET
    @Path("unsubscribe/{token}")
    @Operation(summary = "Asks whether to unsubscribe; changes nothing")
    public Response askUnsubscribe(@PathParam("token") String token) {
        return answer(pages.show(Page.UNSUBSCRIBE, token));
    }

    @POST
    @Path("unsubscribe/{token}")
    @Operation(summary = "Unsubscribes, by the page's button or by a mail program's one click (RFC 8058)")
    public Response unsubscribe(@PathParam("token") String token, @Nullable @QueryParam("action") String action) {
        return answer(pages.act(Page.UNSUBSCRIBE, token, PageForm.of(action)));
    }

    @GET
    @Path("preferences/{token}")
    @Operation(summary = "Shows a subscription to its recipient")
    public Response askPreferences(@PathParam("token") String token) {
        return answer(pages.show(Page.PREFERENCES, token));
    }

    @POST
    @Path("preferences/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Pauses, resumes or ends a subscription")
    public Response preferences(
            @PathParam("token") String token,
            @Nullable @FormParam("action") String action,
            @Nullable @FormParam("mode") String mode,
            @Nullable @FormParam("at") String at,
            @Nullable @FormParam("cap") String cap,
            @Nullable @FormParam("language") String language) {
        return answer(pages.act(Page.PREFERENCES, token, new PageForm(action, mode, at, cap, language)));
    }

    private Response answer(Optional<PublicPage> page) {
        TemplateInstance body = PageTemplates.publicPage(page.orElseGet(pages::unknown));
        return Response.status(page.isPresent() ? Response.Status.OK : Response.Status.NOT_FOUND)
                .entity(body.render())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }
}
