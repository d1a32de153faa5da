/** What is known about each kind of event: its name, its weight, how long it lasts. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.category;
