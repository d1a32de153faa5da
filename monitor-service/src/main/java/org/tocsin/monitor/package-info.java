/** Polls sources, understands each report and tests it against rules and thresholds. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor;
