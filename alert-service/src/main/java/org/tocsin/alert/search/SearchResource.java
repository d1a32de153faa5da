package org.tocsin.alert.search;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.geo.Atlas;
import org.tocsin.alert.output.AtomFeed;
import org.tocsin.alert.output.FeedPage;
import org.tocsin.alert.output.GeoJson;
import org.tocsin.alert.output.HxlCsv;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Lists of alerts, in the format that {@code Accept} or the suffix of the address asks for. */
@Path("/api/v1/alerts")
@RolesAllowed({Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.PARTNER})
@Tag(name = "alerts")
class SearchResource {

    /** Who accepts everything gets JSON. */
    private static final String LESS = ";qs=0.5";

    private final AlertSearch search;
    private final Categories categories;
    private final Clock clock;
    private final GeoJson geoJson;
    private final HxlCsv hxl;

    SearchResource(AlertSearch search, Categories categories, Atlas atlas, ObjectMapper json, Clock clock) {
        this.search = search;
        this.categories = categories;
        this.clock = clock;
        this.geoJson = new GeoJson(atlas, json);
        this.hxl = new HxlCsv(atlas);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Alerts, the latest events first",
            description = "Also as alerts.atom (RFC 4287), alerts.geojson (RFC 7946) and alerts.csv (HXL), "
                    + "or by Accept: application/atom+xml, application/geo+json, text/csv.")
    public Response list(
            @BeanParam SearchParameters parameters, @Valid @BeanParam PageQuery query, @Context Request request) {
        Page<AlertView> page = search.page(parameters.filter(categories), query);
        return answer(tag(page, "json"), request, () -> Response.ok(page));
    }

    @GET
    @Produces(AtomFeed.MEDIA_TYPE + LESS)
    @Operation(summary = "Alerts as an Atom feed, each with a link to its CAP message")
    public Response atom(
            @BeanParam SearchParameters parameters,
            @Valid @BeanParam PageQuery query,
            @Context Request request,
            @Context UriInfo address) {
        Page<AlertView> page = search.page(parameters.filter(categories), query);
        return feed(page, AtomFeed.MEDIA_TYPE, "atom", request, address, feed -> AtomFeed.of(feed, clock.instant()));
    }

    @GET
    @Produces(GeoJson.MEDIA_TYPE + LESS)
    @Operation(summary = "Alerts as a GeoJSON feature collection")
    public Response geoJson(
            @BeanParam SearchParameters parameters,
            @Valid @BeanParam PageQuery query,
            @Context Request request,
            @Context UriInfo address) {
        Page<AlertView> page = search.page(parameters.filter(categories), query);
        return feed(page, GeoJson.MEDIA_TYPE, "geojson", request, address, geoJson::of);
    }

    @GET
    @Produces(HxlCsv.MEDIA_TYPE + LESS)
    @Operation(summary = "Alerts as CSV with HXL hashtags")
    public Response csv(
            @BeanParam SearchParameters parameters,
            @Valid @BeanParam PageQuery query,
            @Context Request request,
            @Context UriInfo address) {
        Page<AlertView> page = search.page(parameters.filter(categories), query);
        return feed(page, HxlCsv.MEDIA_TYPE + ";charset=UTF-8", "csv", request, address, hxl::of);
    }

    private static Response feed(
            Page<AlertView> page,
            String mediaType,
            String format,
            Request request,
            UriInfo address,
            Function<FeedPage, String> writer) {
        URI collection = address.getAbsolutePath();
        UriBuilder self = address.getRequestUriBuilder().replacePath(collection.getPath() + "." + format);
        @Nullable String cursor = page.next();
        @Nullable
        URI next = cursor == null
                ? null
                : self.clone().replaceQueryParam("cursor", cursor).build();
        URI first = self.clone().replaceQueryParam("cursor", (Object[]) null).build();
        var feed = new FeedPage(page.items(), first, self.build(), next, collection);
        return answer(tag(page, format), request, () -> {
            Response.ResponseBuilder response = Response.ok(writer.apply(feed), mediaType);
            return next == null ? response : response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    private static Response answer(EntityTag tag, Request request, Supplier<Response.ResponseBuilder> writer) {
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null ? unchanged : writer.get();
        return response.tag(tag).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    /** The tag of one format says nothing about another one. */
    private static EntityTag tag(Page<AlertView> page, String format) {
        long hash = format.hashCode();
        for (AlertView alert : page.items()) {
            hash = 31 * hash + Objects.hash(alert.id(), alert.revision());
        }
        return new EntityTag(Long.toHexString(31 * hash + Objects.hashCode(page.next())), true);
    }
}
