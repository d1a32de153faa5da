/** Tokens for the people and programs that use the APIs. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.token;
