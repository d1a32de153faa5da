package org.tocsin.notify.email;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import org.tocsin.notify.delivery.Outcome;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.delivery.Parcel;
import org.tocsin.notify.delivery.Sender;
import org.tocsin.notify.subscription.Channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/** Sends e-mails through the configured server, one recipient each. */
@Singleton
class EmailSender implements Sender {

    private static final int PER_SUBSCRIBER = 4;
    private static final int DIGEST = 200;
    private static final int FRESH_CONNECTIONS = 16;

    private final MailContexts contexts;
    private final MailComposer composer;
    private final ReactiveMailer mailer;
    private final EmailConfig config;

    EmailSender(MailContexts contexts, MailComposer composer, ReactiveMailer mailer, EmailConfig config) {
        this.contexts = contexts;
        this.composer = composer;
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public Channel.Type channel() {
        return Channel.Type.EMAIL;
    }

    @Override
    public int concurrency() {
        return config.concurrency();
    }

    @Override
    public int concurrencyPerLane() {
        return PER_SUBSCRIBER;
    }

    /** A digest must not be torn apart. */
    @Override
    public int batchPerLane() {
        return DIGEST;
    }

    @Override
    public boolean sharedServer() {
        return true;
    }

    @Override
    public List<Parcel> prepare(List<Owed> deliveries) {
        List<MailContext> loaded = QuarkusTransaction.requiringNew().call(() -> contexts.load(deliveries));
        List<Parcel> parcels = new ArrayList<>(deliveries.size());
        Set<UUID> found = new HashSet<>();
        Map<UUID, List<MailContext>> digests = new LinkedHashMap<>();
        for (MailContext context : loaded) {
            found.add(context.owed().id());
            if (context.gathered()) {
                digests.computeIfAbsent(context.subscription().id(), id -> new ArrayList<>())
                        .add(context);
            } else {
                parcels.add(new Parcel(List.of(context.owed()), () -> send(composer.compose(context))));
            }
        }
        for (List<MailContext> digest : digests.values()) {
            List<Owed> contents = digest.stream().map(MailContext::owed).toList();
            parcels.add(new Parcel(contents, () -> send(composer.composeDigest(digest))));
        }
        for (Owed owed : deliveries) {
            if (!found.contains(owed.id())) {
                Outcome gone = new Outcome.Permanent(null, "The subscription is gone", null, false);
                parcels.add(new Parcel(List.of(owed), () -> Uni.createFrom().item(gone)));
            }
        }
        return parcels;
    }

    private Uni<Outcome> send(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .ifNoItem()
                .after(config.timeout())
                .failWith(TimeoutException::new)
                // A kept connection may have been closed by the server meanwhile; another one will do.
                .onFailure(SmtpOutcomes::connectionLost)
                .retry()
                .atMost(FRESH_CONNECTIONS)
                .map(sent -> (Outcome) new Outcome.Delivered(250, "The mail server took it", null))
                .onFailure()
                .recoverWithItem(SmtpOutcomes::of);
    }
}
