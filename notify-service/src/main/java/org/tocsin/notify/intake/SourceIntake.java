package org.tocsin.notify.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import org.tocsin.notify.delivery.DeliveryKind;
import org.tocsin.notify.delivery.DeliveryPlans;
import org.tocsin.notify.organisation.Contacts;
import org.tocsin.notify.source.SourceNews;
import org.tocsin.notify.source.SourceReader;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.SourceNotices;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;

import io.quarkus.logging.Log;

/**
 * Owes whoever relies on a source the news that it fell silent, or is heard again, in the transaction of the event. It is
 * news for people: for a webhook, the organisation's contacts are told.
 */
@Singleton
class SourceIntake {

    private final SourceReader reader;
    private final SubscriptionDirectory subscriptions;
    private final DeliveryPlans plans;
    private final Contacts contacts;
    private final Clock clock;

    SourceIntake(
            SourceReader reader,
            SubscriptionDirectory subscriptions,
            DeliveryPlans plans,
            Contacts contacts,
            Clock clock) {
        this.reader = reader;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** @throws InvalidEventException when the event can never be understood */
    void take(Event event) {
        SourceNews news = reader.read(event);
        Instant now = clock.instant();
        List<Subscription> concerned = subscriptions.active().stream()
                .filter(entry -> entry.subscription().wants(now))
                .filter(entry -> entry.subscription().sourceNotices().cover(entry.condition(), news.name()))
                .map(SubscriptionDirectory.Entry::subscription)
                .toList();
        Set<String> told = new HashSet<>();
        for (Subscription subscription : concerned) {
            if (subscription.channel() instanceof Channel.Email email) {
                told.add(email.target().toLowerCase(Locale.ROOT));
                plans.planOwn(
                        subscription.id(),
                        Channel.Type.EMAIL,
                        DeliveryKind.SOURCE,
                        about(event, subscription),
                        subscription.schedule().awake(now));
            }
        }
        for (Subscription subscription : concerned) {
            if (subscription.channel().type() == Channel.Type.WEBHOOK) {
                tellContacts(event, subscription, told);
            }
        }
    }

    /** However many webhooks of theirs are concerned, and if they are subscribers themselves, they get one mail. */
    private void tellContacts(Event event, Subscription subscription, Set<String> told) {
        List<String> addresses = contacts.addresses(subscription.organisation());
        if (addresses.isEmpty()) {
            Log.warnf(
                    "Subscription %s relies on a source that changed. Its organisation has no contact to tell",
                    subscription.id());
        }
        for (String address : addresses) {
            if (told.add(address.toLowerCase(Locale.ROOT))) {
                plans.planForContact(address, subscription.id(), DeliveryKind.SOURCE, about(event, subscription));
            }
        }
    }

    private String about(Event event, Subscription subscription) {
        return reader.about(event, subscription.sourceNotices() == SourceNotices.ALL);
    }
}
