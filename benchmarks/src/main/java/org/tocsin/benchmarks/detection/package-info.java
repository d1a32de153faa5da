/** How well reports are read: labelled news items against what is made of them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.detection;
