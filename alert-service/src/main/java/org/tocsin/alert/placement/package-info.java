/** Where a report belongs, given what is known already: copies, events that go on, new events. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.placement;
