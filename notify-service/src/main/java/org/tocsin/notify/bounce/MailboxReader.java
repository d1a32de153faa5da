package org.tocsin.notify.bounce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.function.Predicate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Reads the mailbox. What was understood is removed once its consequences are in the database, and everything else is
 * left to people. Several replicas may read at a time: a report counts once.
 */
@Singleton
class MailboxReader {

    private static final int MANY = 200;
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final String TIMEOUT = "20000";

    private final MailboxConfig config;
    private final Predicate<byte[]> reports;

    @Inject
    MailboxReader(MailboxConfig config, MailReportService reports) {
        this(config, message -> reports.take(message).isPresent());
    }

    /** @param reports takes a message; false when it is no report */
    MailboxReader(MailboxConfig config, Predicate<byte[]> reports) {
        this.config = config;
        this.reports = reports;
    }

    @Scheduled(every = "${tocsin.notify.mailbox.interval:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (config.host().isEmpty()) {
            return;
        }
        try (Store store = session().getStore(config.protocol())) {
            store.connect(
                    config.host().get(),
                    config.port() == 0 ? -1 : config.port(),
                    config.username().orElse(null),
                    config.password().orElse(null));
            Folder folder = store.getFolder(config.folder());
            folder.open(Folder.READ_WRITE);
            try {
                read(folder);
            } finally {
                folder.close(true);
            }
        } catch (MessagingException | IOException e) {
            // The message of the failure may name the account.
            Log.warnf(
                    "The mailbox for bounces cannot be read now: %s",
                    e.getClass().getSimpleName());
        }
    }

    private Session session() {
        Properties properties = new Properties();
        String prefix = "mail." + config.protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + "timeout", TIMEOUT);
        properties.setProperty(prefix + "writetimeout", TIMEOUT);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }

    private void read(Folder folder) throws MessagingException, IOException {
        int count = folder.getMessageCount();
        int taken = 0;
        for (int number = 1; number <= count && taken < MANY; number++) {
            Message message = folder.getMessage(number);
            if (message.getSize() > LARGEST || message.isSet(Flags.Flag.SEEN)) {
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            boolean report = reports.test(bytes.toByteArray());
            message.setFlag(report ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
            taken++;
        }
    }
}
