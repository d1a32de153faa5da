/** The pages that subscribers reach from their mails: confirm, unsubscribe, preferences. No account, no JavaScript. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.page;
