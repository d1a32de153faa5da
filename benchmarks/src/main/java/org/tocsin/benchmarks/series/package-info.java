/** What the thresholds of series are worth: false alarms in quiet years, and the days until an outbreak is told. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.series;
