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

/** Reads the files of the vocabulary that rules share: term sets and groups of guards. */
final class VocabularyReader {

    private final Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
    private final Map<String, List<Guard>> guards = new LinkedHashMap<>();

    /** @throws InvalidRuleException with everything that is wrong in the file */
    void add(String name, String source) {
        List<RuleProblem> problems = new ArrayList<>();
        Fields fields = new Fields(RuleReader.parse(name, source), "", problems);
        fields.allow(Set.of("format", "note", "sets", "guards"));
        RuleReader.checkFormat(fields);
        RuleReader.sets(fields).forEach((set, byLanguage) -> {
            if (sets.put(set, byLanguage) != null) {
                problems.add(new RuleProblem("/sets/" + set, "Another file has a set of this name."));
            }
        });
        Fields groups = fields.has("guards") ? fields.child("guards") : null;
        if (groups != null) {
            groups.names().forEach(group -> guards.put(group, RuleReader.guards(groups, group, vocabulary())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRuleException(name, problems);
        }
    }

    Vocabulary vocabulary() {
        return new Vocabulary(sets, guards);
    }
}
