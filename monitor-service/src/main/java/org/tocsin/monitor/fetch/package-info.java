/** Asks a feed's server for what is new, politely and within limits. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.fetch;
