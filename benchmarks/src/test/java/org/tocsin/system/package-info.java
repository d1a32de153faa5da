/** Tests of the packaged services together, started as users start them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.system;
