/** The whole system as users run it: started by its own command line, driven over REST, measured from outside. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.system;
