/** The form in which events enter and leave a service: CloudEvents 1.0 in Kafka's binary mode. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.event;
