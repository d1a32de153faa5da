package org.tocsin.alert.intake;

import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Category;

/**
 * A signal that was found to make sense.
 *
 * @param category what it found
 * @param facts what its document says
 * @param text of the document, for comparison only
 */
record Signal(Category category, ReportFacts facts, String text) {}
