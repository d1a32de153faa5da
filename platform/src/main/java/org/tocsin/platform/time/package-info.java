/** The injected clock. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.time;
