/** Entity tags: who changes something says which version it was read in. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.version;
