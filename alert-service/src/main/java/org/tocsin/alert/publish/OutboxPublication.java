package org.tocsin.alert.publish;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.alert.alert.AlertChange;
import org.tocsin.alert.alert.AlertPublication;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.platform.outbox.Outbox;

/** Puts each version of an alert into the outbox. The key is the alert's id, so its versions keep their order. */
@ApplicationScoped
class OutboxPublication implements AlertPublication {

    private static final String TOPIC = "alerts";

    private final Outbox outbox;

    OutboxPublication(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(AlertView alert, AlertChange change) {
        String id = alert.id().toString();
        String type = "org.tocsin.alert." + change.kind().name().toLowerCase(Locale.ROOT) + ".v1";
        // Alert and version name the event: whoever sees it twice can tell.
        String eventId = id + "/" + alert.version();
        outbox.add(TOPIC, id, type, eventId, id, alert.updatedAt(), new AlertEvent(alert, change));
    }
}
