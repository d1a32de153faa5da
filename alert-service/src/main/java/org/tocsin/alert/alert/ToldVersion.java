package org.tocsin.alert.alert;

import java.time.Instant;

/**
 * A version on its way to the readers of the event stream.
 *
 * @param position grows with every version of any alert; versions of one alert are in order
 * @param alert as it was then
 */
public record ToldVersion(long position, AlertChange.Kind kind, String reason, Instant at, AlertView alert) {}
