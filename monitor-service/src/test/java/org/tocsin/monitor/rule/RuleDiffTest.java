package org.tocsin.monitor.rule;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RuleDiffTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> diff(String before, String after) throws JsonProcessingException {
        return RuleDiff.between(JSON.readTree(before), JSON.readTree(after)).stream()
                .map(change -> change.kind() + " " + change.pointer() + " " + change.before() + " " + change.after())
                .toList();
    }

    @Test
    void namesWhatChanged() throws JsonProcessingException {
        assertThat(diff(
                        "{'version': 1, 'threshold': 1.0, 'title': 'A', 'sets': {'a/b~c': {'en': ['x']}}}"
                                .replace('\'', '"'),
                        "{'version': 2, 'threshold': 0.5, 'title': 'A', 'sets': {'a/b~c': {'en': ['y']}}}"
                                .replace('\'', '"')))
                .containsExactly("CHANGED /threshold 1.0 0.5", "CHANGED /sets/a~1b~0c/en/0 \"x\" \"y\"");
    }

    @Test
    void anEntryPutInBetweenIsOneChange() throws JsonProcessingException {
        assertThat(diff("[1, 2, 3]", "[1, 9, 2, 3]")).containsExactly("ADDED /1 null 9");
        assertThat(diff("[1, 2, 3]", "[1, 3]")).containsExactly("REMOVED /1 2 null");
        assertThat(diff("[1, 1]", "[1]")).containsExactly("REMOVED /1 1 null");
        assertThat(diff("[]", "[1]")).containsExactly("ADDED /0 null 1");
    }

    @Test
    void fieldsComeAndGo() throws JsonProcessingException {
        assertThat(diff("{\"a\": 1}", "{\"b\": [2]}")).containsExactly("REMOVED /a 1 null", "ADDED /b null [2]");
        assertThat(diff("{\"a\": 1}", "{\"a\": {\"c\": 1}}")).containsExactly("CHANGED /a 1 {\"c\":1}");
        assertThat(diff("{\"a\": {\"b\": [1]}}", "{\"a\": {\"b\": [1]}}")).isEmpty();
    }
}
