package org.tocsin.monitor.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleDefinition;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.reading.DocumentReader;

import io.quarkus.logging.Log;

/**
 * The reader with the rules as they are now. A changed rule makes a new reader, built aside while the old one goes on
 * reading.
 */
@ApplicationScoped
public class LiveReader {

    private final RuleRepository rules;
    private final RuleSource source;
    private volatile @Nullable Generation current;

    LiveReader(RuleRepository rules, RuleSource source) {
        this.rules = rules;
        this.source = source;
    }

    /** The reader to read the next document with. */
    public DocumentReader current() {
        Generation generation = current;
        return generation == null ? refresh().reader() : generation.reader();
    }

    /** The condition of a rule on all reports of some time, or null. */
    public @Nullable WindowCondition window(String rule) {
        Generation generation = current;
        return (generation == null ? refresh() : generation).windows().get(rule);
    }

    /** Takes over the rules of the database if they have changed. */
    @Transactional
    synchronized Generation refresh() {
        Generation before = current;
        long revision = rules.revision();
        if (before != null && before.revision() == revision) {
            return before;
        }
        DocumentReader reader = before == null ? DocumentReader.of(source.rulebook(), List.of()) : before.reader();
        List<RuleDefinition> definitions = definitions();
        Map<String, WindowCondition> windows = new HashMap<>();
        for (RuleDefinition definition : definitions) {
            if (definition.window() != null) {
                windows.put(definition.id(), definition.window());
            }
        }
        Generation next = new Generation(revision, compile(reader, definitions), Map.copyOf(windows));
        current = next;
        Log.infof("Reading with %d rules of revision %d", definitions.size(), revision);
        return next;
    }

    private List<RuleDefinition> definitions() {
        List<RuleDefinition> definitions = new ArrayList<>();
        for (StoredRule rule : rules.all()) {
            if (rule.enabled()) {
                try {
                    definitions.add(source.read(rule.definition()));
                } catch (InvalidRuleException e) {
                    Log.errorf("Rule %s is not used: it cannot be read any more", rule.id());
                }
            }
        }
        return definitions;
    }

    /** One rule that a newer vocabulary has broken must not stop the others. */
    private static DocumentReader compile(DocumentReader reader, List<RuleDefinition> definitions) {
        try {
            return reader.withRules(definitions);
        } catch (InvalidRuleException e) {
            return reader.withRules(definitions.stream()
                    .filter(definition -> compiles(reader, definition))
                    .toList());
        }
    }

    private static boolean compiles(DocumentReader reader, RuleDefinition definition) {
        try {
            reader.withRules(List.of(definition));
            return true;
        } catch (InvalidRuleException e) {
            Log.errorf("Rule %s is not used: it cannot be compiled any more", definition.id());
            return false;
        }
    }

    /** A reader and the state of the rules that it was made from. */
    record Generation(long revision, DocumentReader reader, Map<String, WindowCondition> windows) {}
}
