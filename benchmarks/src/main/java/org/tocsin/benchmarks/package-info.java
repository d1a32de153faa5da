/** Measurements of Tocsin, of its parts and as a whole. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks;
