/** Alerts in the formats of other programs: Atom, CAP, GeoJSON and HXL. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.output;
