/** The secrets that webhooks are signed with, encrypted at rest, and the keys of the public links. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.secret;
