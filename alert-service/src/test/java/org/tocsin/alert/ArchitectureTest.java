package org.tocsin.alert;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.platform.testing.HouseRules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

class ArchitectureTest {

    private static final String ROOT = "org.tocsin.alert";
    private static final JavaClasses CLASSES = HouseRules.classesBelow(ROOT);

    static Stream<ArchRule> rules() {
        return HouseRules.rules(
                ROOT,
                "category",
                "copy",
                "fact",
                "figure",
                "geo",
                "match",
                "placement",
                "score",
                "text",
                "alert.Regrouping",
                "alert.SearchText",
                "output.CapThread",
                "output.XmlText",
                "silence.Rhythm",
                "stream.StreamReading");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsTheHouseRules(ArchRule rule) {
        rule.check(CLASSES);
    }
}
