/** Starts the parts of an installation, keeps them running and ends them in order. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone.supervision;
