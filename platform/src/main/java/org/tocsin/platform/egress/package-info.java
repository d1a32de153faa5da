/** The one way out to addresses that somebody else has chosen: feeds, pages, webhooks. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.egress;
