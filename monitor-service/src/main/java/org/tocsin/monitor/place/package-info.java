/** Places: the gazetteer, which place an event happened in, and which state acted. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.place;
