package org.tocsin.alert.copy;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Decides by exact set similarity whether a text is a copy. Thresholds come from measurements on edited texts: at an
 * edit in every fifth word 99 % of copies keep a Jaccard similarity of 0.2 or more, and unrelated reports of one event
 * stay below 0.1.
 */
public final class CopyRules {

    /** Above this, nothing but facts can make two texts different reports. */
    private static final double SAME_TEXT = 0.45;

    /** Enough when title or numbers agree as well. */
    private static final double EDITED_TEXT = 0.22;

    /** A trimmed copy lies almost wholly within its original. */
    private static final double TRIMMED = 0.72;

    /** A text that is wholly within another cannot contradict it, whatever was read from the two. */
    private static final double WHOLE = 0.88;

    /** A text of fewer shingles lies within others by chance. */
    private static final int TELLING_SHINGLES = 12;

    /** Copies follow their original within days; the same words much later tell of a later event. */
    private static final Duration COPY_SPAN = Duration.ofDays(8);

    private static final Duration REVISION_SPAN = Duration.ofDays(2);

    private CopyRules() {}

    /**
     * How {@code later} relates to {@code earlier}.
     *
     * @param factsDiffer whether the figures or places read from the two contradict each other; asked only where the
     *     texts are alike, which few are
     */
    public static CopyVerdict compare(Fingerprint earlier, Fingerprint later, BooleanSupplier factsDiffer) {
        double jaccard = earlier.jaccard(later);
        double containment = earlier.containment(later);
        boolean sameAddress = earlier.address() != 0 && earlier.address() == later.address();
        if (!alike(earlier, later, jaccard, containment)) {
            return sameAddress
                    ? new CopyVerdict.Revision("The same address with a new text")
                    : new CopyVerdict.Distinct();
        }
        Duration gap = earlier.gap(later);
        boolean numbersDiffer = earlier.ownNumbers(later) > 0 && later.ownNumbers(earlier) > 0;
        String share = share(jaccard, containment);
        boolean contradicted = containment < WHOLE && factsDiffer.getAsBoolean();
        if (contradicted || numbersDiffer) {
            return sameAddress || (!contradicted && gap.compareTo(REVISION_SPAN) <= 0)
                    ? new CopyVerdict.Revision(share + ", with other numbers")
                    : new CopyVerdict.Template(share + ", but it tells other facts");
        }
        if (gap.compareTo(COPY_SPAN) > 0 && !sameAddress) {
            return new CopyVerdict.Template(share + ", but " + gap.toDays() + " days apart");
        }
        return new CopyVerdict.Copy(share);
    }

    private static boolean alike(Fingerprint earlier, Fingerprint later, double jaccard, double containment) {
        if (jaccard >= SAME_TEXT) {
            return true;
        }
        int shorter = Math.min(earlier.shingles().length, later.shingles().length);
        if (containment >= TRIMMED && shorter >= TELLING_SHINGLES) {
            return true;
        }
        boolean sameTitle = earlier.title() == later.title();
        boolean numbersAgree = Shingles.shared(earlier.numbers(), later.numbers()) >= 2
                && (earlier.ownNumbers(later) == 0 || later.ownNumbers(earlier) == 0);
        return jaccard >= EDITED_TEXT && (sameTitle || numbersAgree);
    }

    private static String share(double jaccard, double containment) {
        return containment - jaccard > 0.25
                ? String.format(Locale.ROOT, "%.0f%% of the shorter text is in the longer one", containment * 100)
                : String.format(Locale.ROOT, "%.0f%% of the wording is the same", jaccard * 100);
    }
}
