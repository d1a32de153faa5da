package org.tocsin.standalone.demo;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.server.SMTPServer;
import org.tocsin.standalone.process.Ports;

/** A real SMTP server on 127.0.0.1 that accepts every mail and keeps the last ones in memory. */
public final class Mailbox implements AutoCloseable {

    private static final int KEPT = 1_000;
    private static final int LARGEST = 5 * 1024 * 1024;

    private final Clock clock;
    private final SMTPServer server;
    private final Deque<ReceivedMail> mails = new ArrayDeque<>();
    private final List<Consumer<ReceivedMail>> listeners = new CopyOnWriteArrayList<>();
    private int received;

    private Mailbox(int port, Clock clock) {
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(LARGEST)
                .connectionTimeout(30, TimeUnit.SECONDS)
                .messageHandler(this::accept)
                .build();
    }

    /**
     * Opens the mailbox.
     *
     * @param port 0 for a free one
     */
    public static Mailbox open(int port, Clock clock) {
        int chosen = Ports.orFree(port);
        Ports.requireFree(chosen, "the mailbox");
        Mailbox mailbox = new Mailbox(chosen, clock);
        mailbox.server.start();
        return mailbox;
    }

    public int port() {
        return server.getPort();
    }

    /** Calls the listener for every mail from now on, on the thread that received it. */
    public void onMail(Consumer<ReceivedMail> listener) {
        listeners.add(listener);
    }

    private void accept(MessageContext context, String from, String to, byte[] source) {
        ReceivedMail mail = keep(to, source);
        listeners.forEach(listener -> listener.accept(mail));
    }

    private synchronized ReceivedMail keep(String to, byte[] source) {
        received++;
        ReceivedMail mail = ReceivedMail.read(received, to, clock.instant(), source);
        mails.addFirst(mail);
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
        return mail;
    }

    /** Newest first. */
    public synchronized List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    synchronized Optional<ReceivedMail> find(int number) {
        return mails.stream().filter(mail -> mail.number() == number).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }
}
