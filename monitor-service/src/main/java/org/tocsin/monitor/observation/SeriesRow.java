package org.tocsin.monitor.observation;

import java.util.UUID;

/**
 * An indicator at one place.
 *
 * @param watchVersion the version of the indicator that its crossings were found with
 */
record SeriesRow(UUID id, String indicator, ObservedPlace place, long watchVersion) {}
