package org.tocsin.monitor.language;

/** The script most of a text is written in. */
enum Script {
    LATIN,
    ARABIC,
    /** Another script, or no letters. */
    NONE;

    static Script of(String text) {
        int latin = 0;
        int arabic = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                if (c < 0x250 || c >= 0x1E00 && c < 0x1F00) {
                    latin++;
                } else if (c >= 0x600 && c < 0x780 || c >= 0xFB50 && c < 0xFF00) {
                    arabic++;
                } else {
                    other++;
                }
            }
        }
        if (latin + arabic == 0 || other > latin + arabic) {
            return NONE;
        }
        return arabic * 2 > latin ? ARABIC : LATIN;
    }
}
