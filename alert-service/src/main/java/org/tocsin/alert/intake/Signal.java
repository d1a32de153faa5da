package org.tocsin.alert.intake;

import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Category;

/**
 * A signal that was found to make sense.
 *
 * @param category the leading one of what the document's signals of this family found
 * @param facts what its document says
 * @param text of the document, for comparison only
 * @param mention whether the document is about something else and this is background
 */
record Signal(Category category, ReportFacts facts, String text, boolean mention) {}
