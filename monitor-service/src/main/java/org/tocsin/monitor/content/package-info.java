/** What arrives from outside, made clean: addresses, HTML and plain text. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.content;
