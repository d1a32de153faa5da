/** The languages in which we write to people, with their numbers, dates and names of countries. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.language;
