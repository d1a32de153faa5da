package org.tocsin.monitor.observation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.signal.PlaceView;

/**
 * Where a series was observed.
 *
 * @param key the same for all spellings of one place; empty for the whole of the indicator
 * @param name how people call it, null when only the code is known
 */
record ObservedPlace(String key, @Nullable String name) {

    static final int LIMIT = 100;

    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(\\d{1,10})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** A place as sent. */
    static ObservedPlace of(@Nullable String place, @Nullable String name) {
        String plain = place == null ? "" : Normalizer.normalize(PlainText.line(place), Normalizer.Form.NFKC);
        String called = name == null ? "" : PlainText.line(name);
        String code = plain.toUpperCase(Locale.ROOT);
        Matcher parts = CODE.matcher(code);
        boolean isCode = parts.matches() && COUNTRIES.contains(parts.group(1));
        if (called.isEmpty() && !isCode) {
            called = plain;
        }
        return new ObservedPlace(isCode ? code : plain.toLowerCase(Locale.ROOT), called.isEmpty() ? null : called);
    }

    boolean fits() {
        return key.length() <= LIMIT && (name == null || name.length() <= LIMIT);
    }

    /** The country that the code says, or null. */
    @Nullable
    String country() {
        Matcher parts = CODE.matcher(key);
        return parts.matches() ? parts.group(1) : null;
    }

    /** For sentences; empty for the whole of the indicator. */
    String spoken() {
        if (name != null) {
            return name;
        }
        return CODE.matcher(key).matches() && key.length() == 2 ? countryName(key) : key;
    }

    /**
     * As signals tell it.
     *
     * @param acting the country to put a place in that does not say where it is
     */
    List<PlaceView> views(@Nullable String acting) {
        String country = country() == null ? acting : country();
        if (key.isEmpty() || country == null) {
            return List.of();
        }
        boolean whole = key.equals(country);
        String pcode = !whole && country() != null ? key : null;
        return List.of(new PlaceView(spoken(), whole ? "country" : "region", country, pcode));
    }

    private static String countryName(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
