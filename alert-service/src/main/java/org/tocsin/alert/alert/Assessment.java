package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;

import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.score.Score;

/**
 * What all reports of an alert amount to.
 *
 * @param categories the alert's own first, then further aspects of the same event
 * @param places the most named first
 * @param reports how many documents, copies included
 * @param voices how many independent sources
 * @param searchWords what full text search looks at
 */
record Assessment(
        List<String> categories,
        List<String> countries,
        List<Place> places,
        List<ReconciledFigure> figures,
        Score score,
        String title,
        String summary,
        Headline headline,
        int reports,
        int voices,
        Instant firstEventAt,
        Instant lastEventAt,
        List<String> searchWords) {}
