package org.tocsin.alert.match;

import java.util.regex.Pattern;

import org.tocsin.alert.text.CanonicalText;

/** Words that tell of the end of a measure: what is closed or suspended after that is closed anew. */
final class Ended {

    private static final Pattern ENDED =
            Pattern.compile("(?<!\\p{L})(?:re-?open|open(?:ed|s)? again|lifts? |lifted|resum(?:e|ed|es|ption)\\b"
                    + "|offnet wieder|wieder (?:ge)?offn?et|wieder offen|aufgehoben|hebt .{1,30} auf|rouvr|rouvert|reouvert|leve la "
                    + "|reabr|reabier|reapert|reanud|levanta |yeniden acil|tekrar acil|kaldirildi|kaldirdi"
                    + "|اعاده فتح|یعید فتح|تعید فتح|اعید فتح|استیناف|رفع |بازگشایی|بازگشا|باز شد|از سر گرفت|بیرته پرانیست"
                    + "|بیرته خلاص|دوباره کهول|کهول دی|بحال)");

    private Ended() {}

    static boolean in(String title) {
        return ENDED.matcher(CanonicalText.fold(title)).find();
    }
}
