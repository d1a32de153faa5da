/** Plain SQL for the tables whose work is done in sets of rows rather than in entities. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.store;
