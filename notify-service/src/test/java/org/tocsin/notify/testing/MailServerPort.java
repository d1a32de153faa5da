package org.tocsin.notify.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Tells the application where mails go: a port on which {@link MailServer} listens when a test starts one. */
public final class MailServerPort implements QuarkusTestResourceLifecycleManager {

    private static final String KEPT = "org.tocsin.notify.testing.mail-port";

    /** A port of its own for each application: the server of the one before, if there was one, still has the other. */
    @Override
    public Map<String, String> start() {
        System.setProperty(KEPT, Integer.toString(freePort()));
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", System.getProperty(KEPT),
                "quarkus.mailer.start-tls", "DISABLED",
                "tocsin.egress.allow", "127.0.0.0/8");
    }

    @Override
    public void stop() {
        // Nothing is kept open.
    }

    static int port() {
        return Integer.getInteger(KEPT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
