/** Severity, confidence and urgency as pure functions of an alert's facts, every component explained. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.score;
