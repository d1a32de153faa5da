/** Reads what a source sent as entries, whatever its shape and however damaged; knows neither network nor database. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.parse;
