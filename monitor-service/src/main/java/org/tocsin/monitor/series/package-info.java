/** The mathematics of indicator series: records, changes, spikes, and when a threshold fires and is armed again. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.series;
