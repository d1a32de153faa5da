package org.tocsin.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/**
 * What the services promise each other: an example and a JSON Schema of every event, in {@code seeds/events}. A producer
 * checks what it writes with {@link #violations}; a consumer reads {@link #example}.
 */
public final class EventContract {

    private static final String BASE = "https://tocsin.example.org/events/";
    private static final Path FOLDER = folder();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(EventContract::schemaText)));

    private EventContract() {}

    /** The example of an event type, for instance {@code org.tocsin.alert.opened.v1}: UTF-8 JSON. */
    public static byte[] example(String type) {
        return read(FOLDER.resolve(type + ".json")).getBytes(StandardCharsets.UTF_8);
    }

    /** Another example of an event type, where an event can be of several shapes: {@code TYPE+variant.json}. */
    public static byte[] example(String type, String variant) {
        return example(type + "+" + variant);
    }

    /** All types that have an example, in the order of their names. */
    public static List<String> types() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json") && !name.contains("+"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the data of an event by the schema of its type; empty when nothing is. */
    public static List<String> violations(String type, byte[] data) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return SCHEMAS
                .getSchema(SchemaLocation.of(BASE + type + ".schema.json"), config)
                .validate(new String(data, StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static String schemaText(String iri) {
        if (!iri.startsWith(BASE)) {
            throw new IllegalArgumentException("a schema of the events refers to " + iri);
        }
        return read(FOLDER.resolve(iri.substring(BASE.length())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Tests run in their module's folder, an IDE may run them from the checkout.
    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("seeds").resolve("events");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException("no seeds/events above the working directory");
    }
}
