/** Everything that enters a service by Kafka: handled once, in one transaction with its effect. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.inbox;
