/** Which alerts a subscriber wants, and why an alert is or is not one of them. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.filter;
