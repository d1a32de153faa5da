package org.tocsin.notify.email;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import org.tocsin.notify.delivery.Outcome;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.delivery.Parcel;
import org.tocsin.notify.delivery.Sender;
import org.tocsin.notify.subscription.Channel;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/** Sends e-mails through the configured server, one recipient each. */
@Singleton
class EmailSender implements Sender {

    private static final int PER_SUBSCRIBER = 4;

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

    @Override
    public boolean sharedServer() {
        return true;
    }

    @Override
    public List<Parcel> prepare(List<Owed> deliveries) {
        List<MailContext> loaded = QuarkusTransaction.requiringNew().call(() -> contexts.load(deliveries));
        List<Parcel> parcels = new ArrayList<>(deliveries.size());
        Set<UUID> found = new HashSet<>();
        for (MailContext context : loaded) {
            found.add(context.owed().id());
            parcels.add(new Parcel(List.of(context.owed()), () -> send(context)));
        }
        for (Owed owed : deliveries) {
            if (!found.contains(owed.id())) {
                Outcome gone = new Outcome.Permanent(null, "The subscription is gone", null, false);
                parcels.add(new Parcel(List.of(owed), () -> Uni.createFrom().item(gone)));
            }
        }
        return parcels;
    }

    private Uni<Outcome> send(MailContext context) {
        return mailer.send(composer.compose(context))
                .ifNoItem()
                .after(config.timeout())
                .failWith(TimeoutException::new)
                .map(sent -> (Outcome) new Outcome.Delivered(250, "The mail server took it", null))
                .onFailure()
                .recoverWithItem(SmtpOutcomes::of);
    }
}
