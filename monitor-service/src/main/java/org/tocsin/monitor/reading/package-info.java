/** The full reading of one report: language, words, rules, figures and places tied together. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.reading;
