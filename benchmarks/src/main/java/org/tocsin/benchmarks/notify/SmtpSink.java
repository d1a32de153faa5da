package org.tocsin.benchmarks.notify;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;

/** An SMTP server that takes every mail, counts it and forgets it. */
final class SmtpSink implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final NetServer server;
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    SmtpSink() throws Exception {
        server = vertx.createNetServer(
                new NetServerOptions().setHost("127.0.0.1").setPort(0));
        server.connectHandler(this::converse);
        server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void converse(NetSocket socket) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        socket.closeHandler(closed -> open.decrementAndGet());
        say(socket, "220 sink");
        boolean[] content = {false};
        RecordParser lines = RecordParser.newDelimited("\r\n", line -> {
            String text = line.toString(StandardCharsets.ISO_8859_1);
            if (content[0]) {
                if (text.equals(".")) {
                    content[0] = false;
                    mails.incrementAndGet();
                    say(socket, "250 taken");
                }
                return;
            }
            String command = text.length() < 4 ? text : text.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (command) {
                case "EHLO" -> say(socket, "250-sink\r\n250 PIPELINING");
                case "DATA" -> {
                    content[0] = true;
                    say(socket, "354 go on");
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    socket.close();
                }
                default -> say(socket, "250 ok");
            }
        });
        socket.handler(lines);
    }

    private static void say(NetSocket socket, String text) {
        socket.write(Buffer.buffer(text + "\r\n"));
    }

    int port() {
        return server.actualPort();
    }

    int mails() {
        return mails.get();
    }

    int mostConnections() {
        return mostOpen.get();
    }

    void forget() {
        mails.set(0);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
