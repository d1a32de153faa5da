/** Reports: accepted once, kept with their text, announced to whoever reads them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.document;
