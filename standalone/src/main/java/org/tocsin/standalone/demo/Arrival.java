package org.tocsin.standalone.demo;

import java.time.Instant;
import java.util.List;

/**
 * One version of an alert as its subscribers saw it arrive.
 *
 * @param change such as {@code opened}
 * @param mail whether its e-mail has arrived
 */
record Arrival(
        Instant at,
        String change,
        String band,
        int severity,
        String category,
        List<String> countries,
        String title,
        boolean verified,
        boolean mail) {

    Arrival {
        countries = List.copyOf(countries);
    }
}
