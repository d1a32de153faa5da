/** Text brought into one canonical form, so that two outlets' spellings of one sentence meet. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.text;
