package org.tocsin.notify.filter;

import java.util.List;

/**
 * Whether an alert is wanted.
 *
 * @param reasons the conditions that decided it: those that hold for a match, those that do not for a non-match
 */
public record Verdict(boolean matches, List<Reason> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }
}
