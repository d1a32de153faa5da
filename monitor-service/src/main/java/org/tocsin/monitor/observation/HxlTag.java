package org.tocsin.monitor.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A hashtag of the Humanitarian Exchange Language 1.1, for instance {@code #affected+f+deported}.
 *
 * @param name with its #, in lower case
 * @param attributes without their +, in any order
 */
record HxlTag(String name, Set<String> attributes) {

    private static final Pattern SHAPE = Pattern.compile("#\\p{Alpha}\\w*(\\s*\\+\\s*\\p{Alpha}\\w*)*");

    HxlTag {
        attributes = Set.copyOf(attributes);
    }

    /** Reads a cell, or nothing when it is no hashtag. */
    static Optional<HxlTag> read(String cell) {
        String tag = cell.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(tag).matches()) {
            return Optional.empty();
        }
        String[] parts = tag.split("\\s*\\+\\s*");
        return Optional.of(
                new HxlTag(parts[0], new TreeSet<>(Arrays.asList(parts).subList(1, parts.length))));
    }

    /** Whether it is of this name, with all of these attributes. */
    boolean is(String wanted, String... with) {
        return name.equals(wanted) && attributes.containsAll(Set.of(with));
    }

    /** Whether it says at least what the other does. */
    boolean matches(HxlTag pattern) {
        return name.equals(pattern.name) && attributes.containsAll(pattern.attributes);
    }
}
