package org.tocsin.alert.output;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets an address say which format is wanted, for programs that cannot send {@code Accept}: {@code alerts.atom} is
 * {@code alerts} as Atom. CAP works the other way round, because its messages have an address of their own.
 */
class Suffixes {

    private static final Pattern LIST = Pattern.compile("(.*/api/v1/alerts)\\.(atom|geojson|csv|json)");
    private static final Pattern ALERT = Pattern.compile(".*/api/v1/alerts/[0-9a-fA-F-]{36}");

    private static final Map<String, String> TYPES = Map.of(
            "atom", AtomFeed.MEDIA_TYPE,
            "geojson", GeoJson.MEDIA_TYPE,
            "csv", HxlCsv.MEDIA_TYPE,
            "json", "application/json");

    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        String path = address.getRawPath();
        Matcher list = LIST.matcher(path);
        if (list.matches()) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, TYPES.get(list.group(2)));
            request.setRequestUri(
                    UriBuilder.fromUri(address).replacePath(list.group(1)).build());
        } else if (ALERT.matcher(path).matches() && wantsCap(request)) {
            request.setRequestUri(
                    UriBuilder.fromUri(address).replacePath(path + ".cap").build());
        }
    }

    private static boolean wantsCap(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.strip().startsWith(CapMessage.MEDIA_TYPE);
    }
}
