/** Reads rules, and the vocabulary that they share, from the YAML or JSON in which linguists write them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.rulebook;
