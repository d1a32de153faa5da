package org.tocsin.platform.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * One request with all its redirects, under one time limit. Everything but DNS runs on one event loop, so no field needs
 * a lock.
 */
final class Exchange {

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;
    private final EgressGuard guard;
    private final EgressRequest request;
    private final Consumer<EgressOutcome> listener;

    private boolean done;
    private long timer;
    private @Nullable HttpClientRequest current;

    Exchange(
            Vertx vertx,
            Context context,
            HttpClient client,
            EgressGuard guard,
            EgressRequest request,
            Consumer<EgressOutcome> listener) {
        this.vertx = vertx;
        this.context = context;
        this.client = client;
        this.guard = guard;
        this.request = request;
        this.listener = listener;
    }

    void start(Hop first) {
        context.runOnContext(ignored -> {
            timer = vertx.setTimer(Math.max(1, request.timeout().toMillis()), fired -> finish(Failures.TIMEOUT));
            check(first);
        });
    }

    private void check(Hop hop) {
        // Unordered: a slow name server for one receiver must not hold up the look-ups for others.
        context.<EgressGuard.Verdict>executeBlocking(() -> guard.check(hop.uri()), false)
                .onFailure(thrown -> finish(Failures.of(thrown)))
                .onSuccess(verdict -> {
                    if (verdict instanceof EgressGuard.Verdict.Refuse refuse) {
                        finish(new EgressOutcome.Refused(refuse.reason()));
                    } else if (verdict instanceof EgressGuard.Verdict.Dial dial) {
                        dial(hop, dial, 0);
                    } else {
                        finish(Failures.NO_SUCH_HOST);
                    }
                });
    }

    private void dial(Hop hop, EgressGuard.Verdict.Dial dial, int index) {
        if (done) {
            return;
        }
        EgressGuard.Target target = dial.target();
        InetAddress address = dial.addresses().get(index);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(hop.method()))
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(pathAndQuery(hop.uri()))
                .setFollowRedirects(false);
        client.request(options).onSuccess(made -> send(hop, made)).onFailure(thrown -> {
            if (index + 1 < dial.addresses().size()) {
                dial(hop, dial, index + 1);
            } else {
                finish(Failures.of(thrown));
            }
        });
    }

    private void send(Hop hop, HttpClientRequest made) {
        if (done) {
            made.reset();
            return;
        }
        current = made;
        made.exceptionHandler(thrown -> fail(made, thrown));
        try {
            hop.headers().forEach(made::putHeader);
            made.putHeader("accept-encoding", "gzip");
        } catch (IllegalArgumentException e) {
            finish(new EgressOutcome.Refused("A header has characters that HTTP does not allow."));
            return;
        }
        made.response().onSuccess(response -> receive(hop, response)).onFailure(thrown -> fail(made, thrown));
        if (hop.body() == null) {
            made.end();
        } else {
            made.end(Buffer.buffer(hop.body()));
        }
    }

    private void receive(Hop hop, HttpClientResponse response) {
        String location = response.getHeader("location");
        response.exceptionHandler(thrown -> fail(response.request(), thrown));
        if (request.maxRedirects() > 0 && Hop.isRedirect(response.statusCode()) && location != null) {
            // The body of a redirect is nobody's: drop it with its connection rather than read on.
            current = null;
            response.request().reset();
            follow(hop, response.statusCode(), location);
            return;
        }
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        response.endHandler(end -> complete(hop, response, received.toByteArray(), false));
        response.handler(chunk -> {
            int room = (int) Math.min(Integer.MAX_VALUE, request.maxBytes()) - received.size();
            byte[] bytes = chunk.getBytes();
            received.write(bytes, 0, Math.min(bytes.length, room));
            if (bytes.length > room) {
                response.handler(null);
                complete(hop, response, received.toByteArray(), true);
            }
        });
    }

    private void follow(Hop hop, int status, String location) {
        if (hop.redirects() >= request.maxRedirects()) {
            finish(Failures.TOO_MANY_REDIRECTS);
            return;
        }
        try {
            URI target = hop.uri().resolve(location.strip());
            check(hop.redirected(status, target));
        } catch (IllegalArgumentException e) {
            finish(Failures.BAD_ANSWER);
        }
    }

    private void complete(Hop hop, HttpClientResponse response, byte[] received, boolean cut) {
        String coding = String.join(",", response.headers().getAll("content-encoding"));
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : response.headers().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    List.copyOf(response.headers().getAll(name)));
        }
        try {
            BoundedBody body = BoundedBody.decode(received, cut, coding, request.maxBytes());
            finish(new EgressOutcome.Answered(
                    response.statusCode(),
                    Map.copyOf(headers),
                    body.bytes(),
                    body.truncated(),
                    hop.uri(),
                    hop.movedPermanently()));
        } catch (IOException e) {
            finish(Failures.BAD_ANSWER);
        }
        if (cut) {
            response.request().reset();
        }
    }

    /** A request that we gave up ourselves fails too; nobody wants to hear of that. */
    private void fail(HttpClientRequest failed, Throwable thrown) {
        if (failed == current) {
            finish(Failures.of(thrown));
        }
    }

    private void finish(EgressOutcome outcome) {
        if (done) {
            return;
        }
        done = true;
        vertx.cancelTimer(timer);
        HttpClientRequest open = current;
        if (open != null && !(outcome instanceof EgressOutcome.Answered)) {
            open.reset();
        }
        listener.accept(outcome);
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
