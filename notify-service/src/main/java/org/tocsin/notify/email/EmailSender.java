package org.tocsin.notify.email;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import org.tocsin.notify.delivery.DailyCap;
import org.tocsin.notify.delivery.Outcome;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.delivery.Parcel;
import org.tocsin.notify.delivery.Prepared;
import org.tocsin.notify.delivery.PutOff;
import org.tocsin.notify.delivery.Sender;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.Subscriptions;

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
    private final Subscriptions subscriptions;
    private final DailyCap cap;
    private final ReactiveMailer mailer;
    private final EmailConfig config;
    private final DomainPace pace;
    private final DomainSlots slots;
    private final Clock clock;

    EmailSender(
            MailContexts contexts,
            MailComposer composer,
            Subscriptions subscriptions,
            DailyCap cap,
            ReactiveMailer mailer,
            EmailConfig config,
            Clock clock) {
        this.contexts = contexts;
        this.composer = composer;
        this.subscriptions = subscriptions;
        this.cap = cap;
        this.mailer = mailer;
        this.config = config;
        this.pace = new DomainPace(config.domainRate(), config.domainBurst());
        this.slots = new DomainSlots(config.domainConcurrency());
        this.clock = clock;
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
    public Prepared prepare(List<Owed> deliveries) {
        Map<UUID, Subscription> known = subscriptions.find(
                deliveries.stream().map(Owed::subscription).distinct().toList());
        DailyCap.Split split = QuarkusTransaction.requiringNew().call(() -> cap.split(deliveries, known));
        List<MailContext> loaded =
                QuarkusTransaction.requiringNew().call(() -> contexts.load(split.now(), known, split.waiting()));
        List<Parcel> parcels = new ArrayList<>();
        List<PutOff> putOff = new ArrayList<>(split.putOff());
        for (List<MailContext> mail : mails(loaded)) {
            List<Owed> contents = mail.stream().map(MailContext::owed).toList();
            Optional<Instant> turn = turn(mail.get(0));
            if (turn.isPresent()) {
                contents.forEach(owed -> putOff.add(new PutOff(owed, turn.get(), false)));
            } else {
                parcels.add(new Parcel(contents, () -> send(mail)));
            }
        }
        Set<UUID> found = new HashSet<>();
        loaded.forEach(context -> found.add(context.owed().id()));
        for (Owed owed : split.now()) {
            if (!found.contains(owed.id())) {
                Outcome gone = new Outcome.Permanent(null, "The subscription is gone", null, false);
                parcels.add(new Parcel(List.of(owed), () -> Uni.createFrom().item(gone)));
            }
        }
        return new Prepared(parcels, putOff);
    }

    /** What is gathered for a subscriber is one mail, everything else a mail each. */
    private static List<List<MailContext>> mails(List<MailContext> contexts) {
        List<List<MailContext>> mails = new ArrayList<>();
        Map<UUID, List<MailContext>> digests = new LinkedHashMap<>();
        for (MailContext context : contexts) {
            if (context.gathered()) {
                digests.computeIfAbsent(context.subscription().id(), id -> new ArrayList<>())
                        .add(context);
            } else {
                mails.add(List.of(context));
            }
        }
        mails.addAll(digests.values());
        return mails;
    }

    /** What is urgent goes at once, whatever the pace. */
    private Optional<Instant> turn(MailContext first) {
        return first.owed().urgent()
                ? Optional.empty()
                : pace.turn(domain(first), first.owed().id(), clock.instant());
    }

    private static String domain(MailContext context) {
        return DomainPace.domainOf(context.recipient());
    }

    private Uni<Outcome> send(List<MailContext> contexts) {
        MailContext first = contexts.get(0);
        boolean digest = first.gathered()
                && (contexts.size() > 1 || first.subscription().schedule().digest());
        Mail mail = digest ? composer.composeDigest(contexts) : composer.compose(first);
        return slots.run(domain(first), () -> send(mail));
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
