/** Recognises a text that was seen before, whatever was trimmed, added or edited. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.copy;
