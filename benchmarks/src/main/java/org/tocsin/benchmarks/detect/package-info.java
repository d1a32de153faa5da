/** The rule engine and the whole reading of documents, measured; beside them Lucene Monitor with the same rules. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.detect;
