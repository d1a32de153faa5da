package org.tocsin.notify.delivery;

/** Where a delivery stands. */
public enum DeliveryStatus {
    /** To be tried when it is due. */
    PENDING,
    DELIVERED,
    /** Given up: every try failed, or no try could succeed. */
    FAILED,
    /** Not sent by itself: a newer version of the alert, or a digest, tells what it had to tell. */
    FOLDED,
    /** Kept until its subscription is active again. */
    HELD,
    /** No longer wanted. */
    CANCELLED
}
