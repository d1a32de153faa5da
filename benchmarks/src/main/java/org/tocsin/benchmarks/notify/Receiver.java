package org.tocsin.benchmarks.notify;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** Webhook receivers on one port of the loopback interface, told apart by their paths. */
final class Receiver implements AutoCloseable {

    private static final Pattern ALERT = Pattern.compile("\"data\":\\{\"id\":\"([0-9a-f-]{36})\"");

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param at by {@link System#nanoTime} */
    record Arrival(String alert, long at) {}

    Receiver() throws Exception {
        server = vertx.createHttpServer(
                new HttpServerOptions().setHost("127.0.0.1").setPort(0));
        server.requestHandler(request -> request.bodyHandler(body -> {
            long now = System.nanoTime();
            Matcher alert = ALERT.matcher(body.toString());
            if (alert.find()) {
                arrivals.add(new Arrival(alert.group(1), now));
            }
            if (!ids.add(request.getHeader("webhook-id"))) {
                repeated.incrementAndGet();
            }
            count.incrementAndGet();
            request.response().setStatusCode(204).end();
        }));
        server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    String url(int number) {
        return "http://127.0.0.1:" + server.actualPort() + "/receiver/" + number;
    }

    int count() {
        return count.get();
    }

    int repeated() {
        return repeated.get();
    }

    Queue<Arrival> arrivals() {
        return arrivals;
    }

    void forget() {
        arrivals.clear();
        count.set(0);
        ids.clear();
        repeated.set(0);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
