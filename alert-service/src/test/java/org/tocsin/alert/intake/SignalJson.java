package org.tocsin.alert.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Signals for tests, made from the frozen example of {@code seeds/events}. */
public final class SignalJson {

    public static final String TYPE = "org.tocsin.signal.detected.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode signal;

    private SignalJson(ObjectNode signal) {
        this.signal = signal;
    }

    /** The example with ids of its own and without siblings. */
    public static SignalJson example() {
        try {
            String text = Files.readString(Path.of("..", "seeds", "events", TYPE + ".json"), StandardCharsets.UTF_8);
            var signal = (ObjectNode) JSON.readTree(text);
            signal.remove("siblings");
            return new SignalJson(signal).set("signalId", UUID.randomUUID()).document("id", UUID.randomUUID());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SignalJson set(String field, Object value) {
        signal.set(field, JSON.valueToTree(value instanceof UUID ? value.toString() : value));
        return this;
    }

    public SignalJson document(String field, Object value) {
        boolean plain = value instanceof UUID || value instanceof Instant;
        ((ObjectNode) signal.get("document")).set(field, JSON.valueToTree(plain ? value.toString() : value));
        return this;
    }

    public SignalJson source(String name, String ownerGroup, String reliability) {
        var source = (ObjectNode) signal.get("document").get("source");
        source.put(
                        "id",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("name", name)
                .put("ownerGroup", ownerGroup)
                .put("reliability", reliability);
        return this;
    }

    /** Changes the first figure. */
    public SignalJson figure(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) signal.get("figures").get(0));
        return this;
    }

    public SignalJson people(long number) {
        return figure(figure -> figure.put("value", number)
                .put("lower", number)
                .put("upper", number)
                .put("quantifier", "EXACT")
                .put("quote", number + " Afghans"));
    }

    public UUID documentId() {
        return UUID.fromString(signal.get("document").get("id").asText());
    }

    public String key() {
        return signal.get("category").asText() + "/" + signal.get("country").asText();
    }

    public String json() {
        return signal.toString();
    }
}
