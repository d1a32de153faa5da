package org.tocsin.benchmarks.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.tocsin.standalone.demo.ApiClient;
import org.tocsin.standalone.demo.Mailbox;
import org.tocsin.standalone.demo.WebhookReceiver;
import org.tocsin.standalone.installation.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

/** An organisation with a mailbox and a webhook receiver of its own, both in this JVM. */
public final class Subscriber implements AutoCloseable {

    private static final String READER = "duty-desk@system.example";
    private static final int THREADS = 16;

    private final Mailbox mailbox;
    private final WebhookReceiver receiver;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private Subscriber(Mailbox mailbox, WebhookReceiver receiver, HttpServer server) {
        this.mailbox = mailbox;
        this.receiver = receiver;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/receive", receiver);
        server.start();
    }

    /** Opens mailbox and receiver. */
    public static Subscriber open(Clock clock) throws IOException {
        return new Subscriber(
                Mailbox.open(0, clock),
                new WebhookReceiver(clock),
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256));
    }

    /** The environment in which a Tocsin reaches this subscriber. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mailbox.port()));
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.put("QUARKUS_MAILER_LOGIN", "DISABLED");
        environment.put("TOCSIN_EGRESS_ALLOW", "127.0.0.0/8,::1/128");
        environment.put("TOCSIN_SEEDS_SOURCES", "false");
        return environment;
    }

    /** Subscribes to everything, by webhook and, if wanted, by e-mail. */
    public void subscribe(RunningTocsin tocsin, boolean mail) {
        ApiClient notify = tocsin.client(Service.NOTIFY, "admin");
        String organisation = notify.post("/organisations", Map.of("name", "Relief of the system tests"))
                .path("id")
                .asText();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/receive";
        JsonNode webhook =
                notify.post("/subscriptions", subscription(organisation, Map.of("type", "webhook", "url", url)));
        receiver.secret(webhook.path("secret").asText());
        if (mail) {
            notify.post("/subscriptions", subscription(organisation, Map.of("type", "email", "address", READER)));
        }
    }

    private static Map<String, Object> subscription(String organisation, Map<String, String> channel) {
        return Map.of(
                "organisation",
                organisation,
                "channel",
                channel,
                "filter",
                Map.of(),
                "delivery",
                Map.of("mode", "immediate"),
                "language",
                "en",
                "confirmed",
                true);
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public WebhookReceiver receiver() {
        return receiver;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        mailbox.close();
    }
}
