/** What an alert says, in the words of its reader's language: made from its data, not from its title in English. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.wording;
