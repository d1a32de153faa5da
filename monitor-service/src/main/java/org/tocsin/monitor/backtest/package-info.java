/** Tries rules on the documents that are stored: what would fire, what would not any more, and why. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.backtest;
