/** Who is asking, and for which organisation they may act. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.access;
