/** Reading a document on demand: what would be found in it, and why, with nothing stored. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.analyze;
