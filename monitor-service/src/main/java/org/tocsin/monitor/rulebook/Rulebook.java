package org.tocsin.monitor.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.detect.Vocabulary;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules and the vocabulary that come with Tocsin.
 *
 * @param vocabulary what rules may refer to
 * @param rules the rules of a new installation
 */
public record Rulebook(Vocabulary vocabulary, List<RuleDefinition> rules) {

    private static final String ROOT = "/seeds/rules/";

    public Rulebook {
        rules = List.copyOf(rules);
    }

    /** Reads the rulebook from the classpath; {@code seeds/rules/index.yaml} lists its files. */
    public static Rulebook bundled() {
        JsonNode index = RuleReader.parse("index", resource("index.yaml"));
        VocabularyReader words = new VocabularyReader();
        index.path("vocabulary").forEach(file -> words.add(file.textValue(), resource(file.textValue())));
        RuleReader reader = new RuleReader(words.vocabulary());
        List<RuleDefinition> rules = new ArrayList<>();
        index.path("rules").forEach(file -> rules.add(reader.read(resource(file.textValue()))));
        return new Rulebook(words.vocabulary(), rules);
    }

    private static String resource(String name) {
        try (InputStream file = Rulebook.class.getResourceAsStream(ROOT + name)) {
            if (file == null) {
                throw new IllegalStateException("missing on the classpath: " + ROOT + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
