/** Delivery by e-mail: what the mails say, how they look, how they thread, and how the server's answers are taken. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.email;
