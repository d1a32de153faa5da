package org.tocsin.notify.delivery;

/** Told once a transaction that left deliveries due has committed: the dispatchers look for them. */
record DeliveriesDue() {}
