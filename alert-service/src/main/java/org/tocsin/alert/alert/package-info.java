/** The living alert: one event in the world, its reports, its versions, and the changes people make to it. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.alert;
