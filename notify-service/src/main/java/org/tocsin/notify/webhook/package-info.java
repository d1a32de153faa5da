/** Delivery to a partner's address by the Standard Webhooks specification 1.0.0. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.webhook;
