package org.tocsin.notify.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server that keeps what it gets, or behaves as badly as it is told to. It runs from the first test to the
 * last, as the application does, which keeps its connections: a server for each test would break them in the middle of
 * another test's mail.
 */
public final class MailServer {

    /** Longer than a mail may take until a connection that hangs is given up and another one is tried. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final MailServer INSTANCE = new MailServer();

    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.GOOD;
    private @Nullable SMTPServer server;

    private MailServer() {}

    /** What the server does with the next mails. */
    public interface Behaviour {
        Behaviour GOOD = new Behaviour() {};

        /** Called at RCPT TO. */
        default void recipient(String address) throws RejectException {}

        /** Called after DATA. */
        default void data() throws RejectException {}
    }

    /** The server, running and well-behaved. */
    public static MailServer running() {
        INSTANCE.behave(Behaviour.GOOD);
        INSTANCE.start();
        return INSTANCE;
    }

    /** Starts it again where it was, if it does not run. */
    public synchronized void start() {
        if (server == null) {
            server = SMTPServer.port(MailServerPort.port())
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .messageHandlerFactory(Handler::new)
                    .build();
            server.start();
        }
    }

    /** Closes the port and every connection. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    public void behave(Behaviour newBehaviour) {
        behaviour = newBehaviour;
    }

    /** The mails to one address so far. */
    public List<ReceivedMail> to(String address) {
        return mails.stream().filter(mail -> mail.recipient().equals(address)).toList();
    }

    /** Waits until there are so many mails to an address. */
    public List<ReceivedMail> await(String address, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> to(address).size() >= count);
        return to(address);
    }

    /** Waits for a mail. */
    public ReceivedMail awaitOne(String address, Predicate<ReceivedMail> wanted) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> to(address).stream()
                .anyMatch(wanted));
        return to(address).stream().filter(wanted).findFirst().orElseThrow();
    }

    private final class Handler implements MessageHandler {

        private String sender = "";
        private @Nullable String recipient;
        private int recipients;

        Handler(MessageContext context) {}

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String address) throws RejectException {
            behaviour.recipient(address);
            recipient = address;
            recipients++;
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            byte[] raw = data.readAllBytes();
            behaviour.data();
            mails.add(new ReceivedMail(sender, String.valueOf(recipient), recipients, raw, parse(raw)));
            return null;
        }

        @Override
        public void done() {
            // One mail is all that is kept.
        }
    }

    private static MimeMessage parse(byte[] raw) {
        try {
            return new MimeMessage((Session) null, new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
