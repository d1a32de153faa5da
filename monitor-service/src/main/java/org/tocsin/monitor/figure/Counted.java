package org.tocsin.monitor.figure;

import org.jspecify.annotations.Nullable;

/**
 * What a number counts.
 *
 * @param to the token after the noun phrase
 * @param groupFrom first token of the words that say who they are, equal to groupTo if there are none
 * @param action what the noun itself says happened ("returnees", "dead"), null if nothing
 * @param hedge a hedge behind the noun ("300 people or more"), null if there is none
 * @param elliptical whether no noun is there at all ("12 were killed")
 * @param agents whether these are people who act for a state: guards, soldiers, officers
 * @param guests whether they are at home elsewhere: tourists, the state's own citizens
 */
record Counted(
        Unit unit,
        int to,
        int groupFrom,
        int groupTo,
        @Nullable Action action,
        @Nullable Quantifier hedge,
        boolean elliptical,
        boolean agents,
        boolean guests) {}
