/** Where on a map the places of alerts are. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.geo;
