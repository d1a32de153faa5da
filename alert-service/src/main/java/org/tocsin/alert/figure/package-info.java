/** Numbers of people: what several reports of one event say, brought into one picture. Pure. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.figure;
