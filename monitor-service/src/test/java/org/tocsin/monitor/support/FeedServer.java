package org.tocsin.monitor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A publisher on the loopback: answers each path as told and remembers what it was asked. */
public final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What a path answers. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public static Answer of(int status, String... headers) {
            Map<String, String> map = new ConcurrentHashMap<>();
            for (int i = 0; i < headers.length; i += 2) {
                map.put(headers[i], headers[i + 1]);
            }
            return new Answer(status, map, new byte[0]);
        }

        public Answer with(byte[] other) {
            return new Answer(status, headers, other);
        }

        public Answer with(String other) {
            return with(other.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A request that came. */
    public record Asked(String path, Headers headers, String body) {}

    public FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Answers 200 with this feed. */
    public void feed(String path, String xml, String... headers) {
        answer(path, Answer.of(200, headers).with(xml));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** An RSS feed with these items. */
    public static String rss(String... items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>T</title>"
                + String.join("", items) + "</channel></rss>";
    }

    public static String item(String guid, String title, String text) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title><link>/" + guid
                + "</link><pubDate>Mon, 14 Jul 2025 06:20:00 GMT</pubDate><description>" + text
                + "</description></item>";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(path, exchange.getRequestHeaders(), body));
            Answer answer = answers.getOrDefault(path, Answer.of(404));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
