package org.tocsin.monitor.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tocsin.monitor.detect.Guard;
import org.tocsin.monitor.detect.InvalidRuleException;
import org.tocsin.monitor.detect.RuleProblem;
import org.tocsin.monitor.detect.Vocabulary;

/** Reads the files of the vocabulary that rules share: the term sets of one language each, and groups of guards. */
final class VocabularyReader {

    private final Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
    private final Map<String, List<Guard>> guards = new LinkedHashMap<>();

    /** @throws InvalidRuleException with everything that is wrong in the file */
    void add(String name, String source) {
        List<RuleProblem> problems = new ArrayList<>();
        Fields fields = new Fields(RuleReader.parse(name, source), "", problems);
        fields.allow(Set.of("format", "language", "note", "sets", "guards"));
        RuleReader.checkFormat(fields);
        if (fields.has("sets")) {
            String language = fields.text("language", null);
            Fields words = fields.child("sets");
            words.names().forEach(set -> addSet(set, language, words));
        }
        Fields groups = fields.has("guards") ? fields.child("guards") : null;
        if (groups != null) {
            groups.names().forEach(group -> guards.put(group, RuleReader.guards(groups, group, vocabulary())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRuleException(name, problems);
        }
    }

    private void addSet(String set, String language, Fields words) {
        if (sets.computeIfAbsent(set, key -> new LinkedHashMap<>()).put(language, words.texts(set)) != null) {
            words.problem("/" + set, "Another file has this set in the language '" + language + "'.");
        }
    }

    Vocabulary vocabulary() {
        return new Vocabulary(sets, guards);
    }
}
