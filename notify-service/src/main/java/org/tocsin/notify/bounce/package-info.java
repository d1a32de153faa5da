/** What comes back of mails: bounces (RFC 3464) and complaints (RFC 5965), posted or read from a mailbox. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.bounce;
