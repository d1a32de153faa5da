/** Cursor paging of lists. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.paging;
