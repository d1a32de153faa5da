/** Reading alerts over HTTP: lists, filters, full text, one alert and its history. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.search;
