package org.tocsin.monitor.observation;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.indicator.Indicator;

/**
 * A checked observation on its way in.
 *
 * @param period by the indicator's periodicity
 * @param value finite
 */
record NewObservation(Indicator indicator, ObservedPlace place, long period, double value, @Nullable String note) {}
