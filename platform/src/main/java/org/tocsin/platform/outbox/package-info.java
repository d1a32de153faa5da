/** Everything that leaves a service by Kafka: written in the transaction of its cause, sent afterwards. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.outbox;
