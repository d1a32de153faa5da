/** Turns a text into tokens that rules and the gazetteer can look up, each with its place in the original text. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.text;
