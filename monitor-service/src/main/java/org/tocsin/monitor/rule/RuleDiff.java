package org.tocsin.monitor.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tocsin.monitor.rule.RuleChange.Kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Compares two definitions. What lists have in common at their beginning and end is not a difference, so that an entry
 * put in between is one change and not one of every entry behind it.
 */
final class RuleDiff {

    private final List<RuleChange> changes = new ArrayList<>();

    private RuleDiff() {}

    /** The changes that make the second of the first, but for the number of the version. */
    static List<RuleChange> between(JsonNode before, JsonNode after) {
        RuleDiff diff = new RuleDiff();
        diff.compare("", withoutVersion(before), withoutVersion(after));
        return List.copyOf(diff.changes);
    }

    private static JsonNode withoutVersion(JsonNode definition) {
        return definition instanceof ObjectNode object ? object.deepCopy().without("version") : definition;
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            compareObjects(pointer, one, other);
        } else if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
            compareArrays(pointer, one, other);
        } else if (!before.equals(after)) {
            changes.add(new RuleChange(pointer, Kind.CHANGED, before, after));
        }
    }

    private void compareObjects(String pointer, ObjectNode before, ObjectNode after) {
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            String at = pointer + "/" + escaped(field.getKey());
            JsonNode now = after.get(field.getKey());
            if (now == null) {
                changes.add(new RuleChange(at, Kind.REMOVED, field.getValue(), null));
            } else {
                compare(at, field.getValue(), now);
            }
        }
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            if (!before.has(field.getKey())) {
                changes.add(
                        new RuleChange(pointer + "/" + escaped(field.getKey()), Kind.ADDED, null, field.getValue()));
            }
        }
    }

    private void compareArrays(String pointer, ArrayNode before, ArrayNode after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int removed = before.size() - tail;
        int added = after.size() - tail;
        for (int i = head; i < Math.max(removed, added); i++) {
            String at = pointer + "/" + i;
            if (i >= removed) {
                changes.add(new RuleChange(at, Kind.ADDED, null, after.get(i)));
            } else if (i >= added) {
                changes.add(new RuleChange(at, Kind.REMOVED, before.get(i), null));
            } else {
                compare(at, before.get(i), after.get(i));
            }
        }
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
