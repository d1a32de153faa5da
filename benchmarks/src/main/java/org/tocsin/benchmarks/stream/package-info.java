/** How well reports of one event are brought together: labelled streams of news against the alerts made of them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.stream;
