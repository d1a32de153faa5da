/** Rules as data: kept in versions, checked before they are taken, live on all replicas within a second. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.rule;
