/** What is owed to whom, when it is tried, how each try ended, and the ledger of it all. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.delivery;
