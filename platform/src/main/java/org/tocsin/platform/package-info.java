/** What all three services need and no domain: errors, tokens, outbox and inbox, egress guard, clock, paging. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform;
