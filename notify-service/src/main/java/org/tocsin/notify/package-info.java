/** Matches alerts to subscriptions and delivers e-mails and webhooks. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify;
