/** Decides whether two reports tell of the same event, and says why. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.match;
