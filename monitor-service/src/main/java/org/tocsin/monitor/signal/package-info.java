/** What was found in documents: signals, announced and kept with their evidence, and what was nearly one, with the reason. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.signal;
