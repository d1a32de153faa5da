/** What the requests of all features have in common: bounded bodies, field errors, entity tags. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.request;
