package org.tocsin.notify.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alert events made from the frozen examples, each about an alert and a category of its own. */
public final class Alerts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProbe topic;
    private final UUID id = UUID.randomUUID();
    private final String category;

    /** @param topic where alerts are published */
    public Alerts(KafkaProbe topic) {
        this.topic = topic;
        this.category = "TEST_" + id.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    public UUID id() {
        return id;
    }

    /** Only this alert has it, so that tests do not see each other's alerts. */
    public String category() {
        return category;
    }

    /** The example of {@code opened}, {@code updated}, …, changed as told, as this alert's event. */
    public String json(String kind, int version, Consumer<ObjectNode> change) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(EventContract.example("org.tocsin.alert." + kind + ".v1"));
            ObjectNode alert = (ObjectNode) event.path("alert");
            alert.put("id", id.toString());
            alert.put("version", version);
            alert.put("category", category);
            change.accept(alert);
            return new String(JSON.writeValueAsBytes(event), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes it; returns the event's id. */
    public String publish(String kind, int version) {
        return publish(kind, version, alert -> {});
    }

    public String publish(String kind, int version, Consumer<ObjectNode> change) {
        return topic.publish(id.toString(), "org.tocsin.alert." + kind + ".v1", json(kind, version, change));
    }
}
