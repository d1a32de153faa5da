package org.tocsin.monitor.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.tocsin.monitor.rule.StoredRule.Origin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Brings the rules that come with Tocsin into the database, and their new versions unless somebody changed them. */
@ApplicationScoped
class RuleSeeds {

    /** Before the reader is made. */
    private static final int FIRST = 100;

    private static final String FOLDER = "seeds/rules/";

    private final RuleRepository rules;
    private final Clock clock;
    private final YAMLMapper yaml = new YAMLMapper();

    RuleSeeds(RuleRepository rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        rules.lockForSeeds();
        for (JsonNode file : read("index.yaml").path("rules")) {
            if (read(file.asText()) instanceof ObjectNode seed) {
                plant(seed);
            }
        }
    }

    private void plant(ObjectNode seed) {
        String id = RuleSource.id(seed);
        String digest = digest(seed);
        Optional<StoredRule> present = rules.find(id);
        boolean wanted =
                present.isEmpty() || present.get().origin() == Origin.SEED && !digest.equals(rules.seedDigest(id));
        if (wanted) {
            int version = Math.max(
                    seed.path("version").asInt(1),
                    present.map(rule -> rule.version() + 1).orElse(1));
            seed.put("version", version);
            boolean enabled = present.map(StoredRule::enabled).orElse(true);
            rules.add(
                    new StoredRule(id, version, enabled, Origin.SEED, seed, clock.instant(), StoredRule.SEED), digest);
            Log.infof("Rule %s: version %d from the seeds", id, version);
        }
    }

    private JsonNode read(String name) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("A seed is missing: " + name);
            }
            return yaml.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("A seed of the rules is damaged: " + name, e);
        }
    }

    private static String digest(JsonNode seed) {
        try {
            byte[] text = seed.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
