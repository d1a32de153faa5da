package org.tocsin.alert.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the title is made of, for whoever words it in another language.
 *
 * @param country ISO 3166-1 alpha-2 of the acting state, null if it is not known
 * @param place where it happens, null if no place within that state is known
 * @param planned whether all reports only announce it
 * @param figures where in the alert's figures those are that measure the event, from 0; the one that names it comes first
 */
public record Headline(@Nullable String country, @Nullable String place, boolean planned, List<Integer> figures) {

    public Headline {
        figures = List.copyOf(figures);
    }
}
