/** Reads the numbers of people in a report: how many, of whom, what happened to them, when, and how surely. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.figure;
