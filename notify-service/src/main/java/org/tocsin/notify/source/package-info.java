/** What monitor-service tells of sources: that one fell silent, and that it is heard again. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.source;
