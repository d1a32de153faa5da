/** Measurements of delivery: webhooks and mails from the published alert to the receiver. */
@org.jspecify.annotations.NullMarked
package org.tocsin.benchmarks.notify;
