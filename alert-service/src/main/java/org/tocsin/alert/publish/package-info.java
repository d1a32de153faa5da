/** The events that tell the world about a changed alert. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.publish;
