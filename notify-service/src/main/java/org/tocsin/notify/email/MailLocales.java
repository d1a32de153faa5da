package org.tocsin.notify.email;

import java.util.List;
import java.util.Locale;

/** The languages that our mails are written in. */
final class MailLocales {

    private static final List<String> WRITTEN = List.of("en");

    private MailLocales() {}

    /** The best of ours for a reader of the given language; English when there is none. */
    static Locale best(Locale wanted) {
        for (String tag : List.of(wanted.toLanguageTag(), wanted.getLanguage())) {
            if (WRITTEN.contains(tag)) {
                return Locale.forLanguageTag(tag);
            }
        }
        return Locale.ENGLISH;
    }
}
