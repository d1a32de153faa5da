/** Requests that are sent again because their answer was lost: carried out once, answered alike. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.idempotency;
