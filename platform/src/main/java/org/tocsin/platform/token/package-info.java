/** Who may do what: roles and signed tokens. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.token;
