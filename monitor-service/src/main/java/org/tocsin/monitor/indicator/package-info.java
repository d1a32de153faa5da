/** Indicators: what a series of numbers means, where it comes from, and when it alarms. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.indicator;
