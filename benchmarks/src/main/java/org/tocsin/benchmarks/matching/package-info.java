/** How fast reports find their alert in a large archive. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.matching;
