package org.tocsin.standalone.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.tocsin.standalone.process.Ports;
import org.tocsin.standalone.process.StartException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The demo's web server on 127.0.0.1: feeds for the monitor, a receiver for webhooks, pages for people. */
public final class DemoSite implements AutoCloseable {

    /** Where the receiver takes webhooks. */
    public static final String RECEIVER = "/receive";

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;
    private final DemoFeeds feeds;
    private final Mailbox mailbox;
    private final WebhookReceiver receiver;
    private volatile String overview = "";

    private DemoSite(HttpServer server, DemoFeeds feeds, Mailbox mailbox, WebhookReceiver receiver) {
        this.server = server;
        this.feeds = feeds;
        this.mailbox = mailbox;
        this.receiver = receiver;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "demo-site");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the site.
     *
     * @param port 0 for a free one
     */
    public static DemoSite open(int port, DemoFeeds feeds, Mailbox mailbox, WebhookReceiver receiver) {
        int chosen = Ports.orFree(port);
        Ports.requireFree(chosen, "the demo's pages");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), chosen), 0);
            DemoSite site = new DemoSite(server, feeds, mailbox, receiver);
            server.setExecutor(site.threads);
            server.createContext("/", site::page);
            server.createContext("/feeds/", site::feed);
            server.createContext(RECEIVER, receiver);
            server.start();
            return site;
        } catch (IOException e) {
            throw new StartException("The demo's pages cannot be served: " + e.getMessage() + ".", e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What the first page shows, as trusted HTML. */
    void overview(String html) {
        overview = html;
    }

    private void feed(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<byte[]> document =
                    feeds.document(exchange.getRequestURI().getPath().substring("/feeds/".length()));
            if (document.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            String tag = "\"" + Integer.toHexString(Arrays.hashCode(document.get())) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(NOT_MODIFIED, -1);
                return;
            }
            send(exchange, "application/xml", document.get());
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<String> page =
                    switch (path) {
                        case "/" -> Optional.of(Html.page("Tocsin demo", false, overview));
                        case "/mail" -> Optional.of(MailPages.list(mailbox.mails()));
                        case "/webhooks" -> Optional.of(WebhookPage.list(receiver.webhooks()));
                        default -> mail(path).map(MailPages::show);
                    };
            if (page.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            // The page runs no script and loads nothing; so does what a mail brings along inside its frame.
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            send(exchange, "text/html; charset=utf-8", page.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<ReceivedMail> mail(String path) {
        List<String> steps = List.of(path.split("/"));
        if (steps.size() != 3 || !steps.get(1).equals("mail") || !steps.get(2).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return mailbox.find(Integer.parseInt(steps.get(2)));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
