/** Events that could not be handled: kept, listed, replayed. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.deadletter;
