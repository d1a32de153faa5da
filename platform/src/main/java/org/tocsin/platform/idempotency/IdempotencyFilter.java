package org.tocsin.platform.idempotency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.idempotency.Claim.Answer;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Honours {@code Idempotency-Key} on every POST with a JSON body, or none: who repeats a request because the answer was
 * lost gets that answer, and the request is carried out once. Larger bodies than configured and streams of documents
 * pass without it; they are told apart by what they hold.
 *
 * <p>The answer is kept after the request's own transaction. A crash just between the two lets a repetition in, but not
 * before {@code tocsin.idempotency.patience} is over.
 */
@Provider
class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String CLAIM = IdempotencyFilter.class.getName() + ".claim";
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    /** These speak of the caller or the moment, not of the request: the same request may fare better soon. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 409, 429);

    /** Filters are made at build time, when there is no database yet. */
    private final Instance<Idempotency> idempotency;

    private final Instance<ObjectMapper> json;

    IdempotencyFilter(Instance<Idempotency> idempotency, Instance<ObjectMapper> json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KEY);
        if (key == null || !request.getMethod().equals(HttpMethod.POST) || !isJsonOrNothing(request)) {
            return;
        }
        byte @Nullable [] body = body(request);
        if (body == null) {
            return;
        }
        Claim claim = idempotency
                .get()
                .claim(
                        key,
                        request.getUriInfo().getPath(),
                        request.getUriInfo().getRequestUri().getRawQuery(),
                        body);
        if (claim instanceof Claim.Granted) {
            request.setProperty(CLAIM, claim);
        } else if (claim instanceof Claim.Answered answered) {
            request.abortWith(response(answered.answer()));
        } else if (claim instanceof Claim.Mismatch) {
            throw ProblemException.invalid("This Idempotency-Key was used for another request.", List.of());
        } else {
            throw ProblemException.conflict("The request of this Idempotency-Key is being answered; repeat it soon.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof Claim.Granted claim)) {
            return;
        }
        Answer answer = answer(response);
        if (answer == null) {
            idempotency.get().giveUp(claim);
        } else {
            idempotency.get().keep(claim, answer);
        }
    }

    /** Some clients name a type for the body that they do not send. */
    private static boolean isJsonOrNothing(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type == null
                || MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                || "0".equals(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
    }

    /** Null when it is too large; whoever reads the request then finds all of it. */
    private byte @Nullable [] body(ContainerRequestContext request) throws IOException {
        int maxBytes = idempotency.get().maxBytes();
        InputStream stream = request.getEntityStream();
        byte[] start = stream.readNBytes(maxBytes);
        InputStream again = new ByteArrayInputStream(start);
        boolean whole = start.length < maxBytes;
        request.setEntityStream(whole ? again : new SequenceInputStream(again, stream));
        return whole ? start : null;
    }

    /** Null when it is not to be kept. */
    private @Nullable Answer answer(ContainerResponseContext response) {
        if (response.getStatus() >= 500 || PASSING.contains(response.getStatus())) {
            return null;
        }
        byte @Nullable [] body = bytes(response.getEntity());
        if (body == null || body.length > idempotency.get().maxBytes()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.getMediaType() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, response.getMediaType().toString());
        }
        return new Answer(response.getStatus(), headers, body);
    }

    private byte @Nullable [] bytes(@Nullable Object entity) {
        if (entity == null) {
            return new byte[0];
        }
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof String text) {
            return text.getBytes(UTF_8);
        }
        try {
            return json.get().writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            return null; // something that is streamed
        }
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
        answer.headers().forEach(response::header);
        if (answer.body().length > 0) {
            response.entity(answer.body());
        }
        return response.build();
    }
}
