package org.tocsin.monitor.feedback;

import org.jspecify.annotations.Nullable;

/**
 * How right a version of a rule was, as far as people said.
 *
 * @param rule the rule's id
 * @param version the rule's version
 * @param signals all signals of that version
 * @param acknowledged those in an alert that somebody took for true
 * @param retracted those in an alert that was retracted as false
 * @param precision acknowledged among those judged, 0 to 1; null while none was judged
 */
record RulePrecision(
        String rule, int version, long signals, long acknowledged, long retracted, @Nullable Double precision) {

    static RulePrecision of(String rule, int version, long signals, long acknowledged, long retracted) {
        long judged = acknowledged + retracted;
        return new RulePrecision(
                rule, version, signals, acknowledged, retracted, judged == 0 ? null : (double) acknowledged / judged);
    }
}
