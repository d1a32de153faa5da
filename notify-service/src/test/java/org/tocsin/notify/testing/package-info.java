/** Servers and shorthands for the tests of the service: a mail server, a receiver of webhooks, the API. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.testing;
