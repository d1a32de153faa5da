package org.tocsin.alert.copy;

/** How one text relates to an earlier one. */
public sealed interface CopyVerdict {

    /** The same report again. */
    record Copy(String reason) implements CopyVerdict {}

    /** The same address or nearly the same text with other facts, soon after: a corrected or updated report. */
    record Revision(String reason) implements CopyVerdict {}

    /** The same wording used for other facts: tells of something else, or of a later day. */
    record Template(String reason) implements CopyVerdict {}

    /** A text of its own. */
    record Distinct() implements CopyVerdict {}
}
