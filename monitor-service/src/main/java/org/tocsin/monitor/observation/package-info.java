/** Observations of indicators: taken in one by one or by the file, corrected with their history, and watched. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.observation;
