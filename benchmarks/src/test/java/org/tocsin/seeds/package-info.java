/** Looks after what a new installation starts with: feeds, sources, and what the samples must lead to. */
@org.jspecify.annotations.NullMarked
package org.tocsin.seeds;
