package org.tocsin.alert.figure;

import java.time.Instant;
import java.util.UUID;

import org.tocsin.alert.fact.Reliability;

/**
 * A figure and who gave it when.
 *
 * @param documentId the text it is from
 * @param voice what counts as one source
 * @param reliability of that source
 * @param eventAt when the text was published
 */
public record Reported(Figure figure, UUID documentId, String voice, Reliability reliability, Instant eventAt) {}
