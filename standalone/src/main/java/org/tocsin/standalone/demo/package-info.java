/** The demonstration: sample feeds, a mailbox and a webhook receiver, and a terminal that shows what arrives. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone.demo;
