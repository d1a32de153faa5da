package org.tocsin.alert.feedback;

/** What is measured. */
enum FeedbackBy {
    RULE,
    SOURCE
}
