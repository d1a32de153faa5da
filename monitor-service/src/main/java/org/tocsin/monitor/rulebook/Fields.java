package org.tocsin.monitor.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.RuleProblem;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes typed fields out of a JSON object and notes what does not fit, with pointers. */
final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final List<RuleProblem> problems;

    Fields(JsonNode object, String pointer, List<RuleProblem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
        if (!object.isObject()) {
            problem("", "This must be a mapping of names to values.");
        }
    }

    /** Notes every field that is not one of these: mostly a slip of the pen. */
    void allow(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problem("/" + name, "There is no field '" + name + "' here; known are " + names + ".");
            }
        });
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    String at(String name) {
        return pointer + "/" + name;
    }

    String text(String name, @Nullable String fallback) {
        JsonNode value = object.path(name);
        if (value.isTextual() && !value.textValue().isBlank()) {
            return value.textValue().strip();
        }
        if (fallback == null || !value.isMissingNode()) {
            problem("/" + name, "'" + name + "' must be a text.");
        }
        return fallback == null ? "" : fallback;
    }

    double number(String name, double fallback) {
        JsonNode value = object.path(name);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (!value.isMissingNode()) {
            problem("/" + name, "'" + name + "' must be a number.");
        }
        return fallback;
    }

    boolean flag(String name, boolean fallback) {
        JsonNode value = object.path(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (!value.isMissingNode()) {
            problem("/" + name, "'" + name + "' must be true or false.");
        }
        return fallback;
    }

    /** A list of texts, or one text whose parts are separated by commas or line ends. */
    List<String> texts(String name) {
        return texts(object.path(name), "/" + name);
    }

    private List<String> texts(JsonNode value, String at) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            for (String part : value.textValue().split("[,\\n]")) {
                if (!part.isBlank()) {
                    texts.add(part.strip());
                }
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isValueNode()) {
                    texts.add(value.get(i).asText().strip());
                } else {
                    problem(at + "/" + i, "This must be a text.");
                }
            }
        } else if (!value.isMissingNode()) {
            problem(at, "This must be a list of texts, or one text with commas.");
        }
        return texts;
    }

    /** Lists of texts by language. */
    Map<String, List<String>> textsByKey(Set<String> except) {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (!except.contains(field.getKey())) {
                byKey.put(field.getKey(), texts(field.getValue(), "/" + field.getKey()));
            }
        });
        return byKey;
    }

    List<Fields> objects(String name) {
        JsonNode list = object.path(name);
        List<Fields> fields = new ArrayList<>();
        if (!list.isMissingNode() && !list.isArray()) {
            problem("/" + name, "'" + name + "' must be a list.");
        }
        for (int i = 0; i < list.size(); i++) {
            fields.add(new Fields(list.get(i), at(name) + "/" + i, problems));
        }
        return fields;
    }

    Map<String, Fields> named(String name) {
        JsonNode map = object.path(name);
        Map<String, Fields> fields = new LinkedHashMap<>();
        if (!map.isMissingNode() && !map.isObject()) {
            problem("/" + name, "'" + name + "' must be a mapping.");
        }
        map.properties()
                .forEach(field -> fields.put(
                        field.getKey(), new Fields(field.getValue(), at(name) + "/" + field.getKey(), problems)));
        return fields;
    }

    /** One element of a list, as a mapping. */
    Fields element(String name, int index) {
        return new Fields(object.path(name).path(index), at(name) + "/" + index, problems);
    }

    Fields child(String name) {
        return new Fields(object.path(name), at(name), problems);
    }

    /** The names of all fields, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    void problem(String at, String sentence) {
        problems.add(new RuleProblem(pointer + at, sentence));
    }
}
