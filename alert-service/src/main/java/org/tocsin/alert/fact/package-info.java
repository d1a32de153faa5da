/** The values that signals, reports and alerts are made of. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.fact;
