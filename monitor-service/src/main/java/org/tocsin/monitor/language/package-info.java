/** Finds out in which of our languages a text is written. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.language;
