/** Rules: their model, their compilation into one token automaton per language, and their evaluation with a trace. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.detect;
