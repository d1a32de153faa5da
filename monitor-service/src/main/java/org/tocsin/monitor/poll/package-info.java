/** Visits each source in its time: one replica per source, one visit per host at a time, results in one transaction. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.poll;
