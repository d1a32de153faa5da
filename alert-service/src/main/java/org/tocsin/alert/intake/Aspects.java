package org.tocsin.alert.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;

/**
 * What the signals of one document amount to. One event is told once: signals of one family of categories in one country
 * are aspects of one event, led by what the document is most about; and what a document about something else only
 * mentions in passing opens nothing. Each signal names its siblings, so each decides alike, whichever comes first.
 *
 * @param prominence by category, for the categories of the signal's own family and country
 * @param mention whether the document is about another family of events and this is background
 */
record Aspects(Map<String, Double> prominence, boolean mention) {

    /** Shots are never background: people may have died. */
    private static final String NEVER_BACKGROUND = "violence";

    static Aspects of(SignalReceived signal, Category category, Categories categories) {
        Prominence own = Prominence.of(signal);
        var prominence = new HashMap<String, Double>();
        prominence.put(category.code(), own.value());
        boolean led = own.leading();
        boolean others = false;
        List<SignalReceived.Sibling> siblings = Objects.requireNonNullElse(signal.siblings(), List.of());
        for (SignalReceived.Sibling sibling : siblings) {
            Optional<Category> known = Optional.ofNullable(sibling)
                    .filter(other -> Objects.equals(other.country(), signal.country()))
                    .flatMap(other -> categories.find(String.valueOf(other.category())));
            if (known.isEmpty()) {
                continue;
            }
            Prominence other = Prominence.of(sibling);
            if (known.get().family().equals(category.family())) {
                prominence.merge(known.get().code(), other.value(), Math::max);
                led |= other.leading();
            } else {
                others |= other.leading();
            }
        }
        boolean mention = others && !led && !category.family().equals(NEVER_BACKGROUND);
        return new Aspects(Map.copyOf(prominence), mention);
    }
}
