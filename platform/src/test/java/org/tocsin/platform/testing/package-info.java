/** What every service's tests share: real servers, a clock that can be set, tokens, a look into Kafka. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.testing;
