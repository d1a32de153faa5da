package org.tocsin.notify.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.organisation.Contacts;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;
import org.tocsin.notify.subscription.Trouble;

import io.quarkus.logging.Log;

/** Tells the contacts of an organisation, by e-mail, when something is wrong with one of its subscriptions. */
@Singleton
class Notices {

    private final Contacts contacts;
    private final DeliveryPlans plans;
    private final SubscriptionDirectory subscriptions;

    Notices(Contacts contacts, DeliveryPlans plans, SubscriptionDirectory subscriptions) {
        this.contacts = contacts;
        this.plans = plans;
        this.subscriptions = subscriptions;
    }

    /** Warns of an endpoint that has been failing; once for each step, by the caller's transaction. */
    void warn(UUID subscription, int warnings) {
        Trouble trouble = warnings == 1 ? Trouble.FAILING_A_DAY : Trouble.FAILING_TWO_DAYS;
        subscriptions.find(subscription).ifPresent(found -> tell(found, trouble));
    }

    /** Owes a notice to each contact. */
    void tell(Subscription subscription, Trouble trouble) {
        List<String> addresses = contacts.addresses(subscription.organisation());
        if (addresses.isEmpty()) {
            Log.warnf(
                    "Subscription %s: %s. Its organisation has no contact to tell", subscription.id(), trouble.text());
        }
        for (String address : addresses) {
            String about = "{\"trouble\": \"" + trouble.name() + "\"}";
            plans.planForContact(address, subscription.id(), DeliveryKind.NOTICE, about);
        }
    }
}
