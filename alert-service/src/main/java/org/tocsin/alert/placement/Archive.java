package org.tocsin.alert.placement;

import java.util.List;
import java.util.UUID;

import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Sighting;

/** The reports that are known already. */
public interface Archive {

    /** So many reports of an alert, those nearest in time, say whether another one belongs to it. */
    int REPORTS_OF_AN_ALERT = 4;

    /** Reports whose texts are likely to be alike, or that have the same address; the likeliest first. */
    List<Candidate> textsLike(Fingerprint fingerprint);

    /**
     * Reports that are no copies and may tell of the same event: near in time, and of a state or place that the new one
     * names, or of a state that is not known. Of each alert at most {@link #REPORTS_OF_AN_ALERT}.
     *
     * @param documentId the document whose own reports are left out
     */
    List<Candidate> eventsNear(Sighting sighting, UUID documentId);
}
