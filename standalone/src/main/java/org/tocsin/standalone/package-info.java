/** Tocsin on one machine: starts and supervises the services and what they stand on. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone;
