package org.tocsin.alert.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Signals for tests, made from the frozen example of {@code seeds/events}. */
public final class SignalJson {

    public static final String TYPE = "org.tocsin.signal.detected.v1";

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";

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

    /**
     * Moves the example to another state, with a text that is that of no other state: reports of several states with one
     * text are copies, and rightly make one alert. It names no places.
     */
    public SignalJson country(String code) {
        var random = new Random(code.hashCode());
        String words = Stream.generate(() -> word(random)).limit(36).collect(Collectors.joining(" "));
        return set("country", code)
                .set("places", List.of())
                .document("url", "https://news.example.org/2025/07/14/" + code)
                .document("title", word(random) + " expels tens of thousands of Afghans a day")
                .document("text", words + ".");
    }

    private static String word(Random random) {
        return random.ints(4, 0, CONSONANTS.length())
                .mapToObj(i -> CONSONANTS.charAt(i) + VOWELS.substring(i % VOWELS.length(), i % VOWELS.length() + 1))
                .collect(Collectors.joining());
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
