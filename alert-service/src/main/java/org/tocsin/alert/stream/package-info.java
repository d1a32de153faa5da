/** Alerts as they happen, over server-sent events. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.stream;
