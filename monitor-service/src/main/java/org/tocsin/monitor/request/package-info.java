/** What the requests of all features have in common: bounded bodies and field errors. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.request;
