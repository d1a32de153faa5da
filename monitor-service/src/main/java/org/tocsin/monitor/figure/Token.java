package org.tocsin.monitor.figure;

import org.jspecify.annotations.Nullable;

/**
 * A word, a number in digits, or a punctuation mark.
 *
 * @param form folded letters of a word; the character of a mark
 * @param digits what a number in digits says, null for words and marks
 * @param glued whether no space stands before it
 * @param capital whether it is written with a capital
 * @param suffix the folded ending that an apostrophe parts from it, empty if there is none
 */
record Token(
        Kind kind,
        int start,
        int end,
        String form,
        @Nullable Digits digits,
        boolean glued,
        boolean capital,
        String suffix) {

    enum Kind {
        WORD,
        NUMBER,
        MARK,
        /** A line break within a paragraph: more than a comma, less than the end of a sentence. */
        LINE
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isMark(char mark) {
        return kind == Kind.MARK && form.charAt(0) == mark;
    }

    /** Hyphens and dashes of every length. */
    boolean isDash() {
        return kind == Kind.MARK && Character.getType(form.charAt(0)) == Character.DASH_PUNCTUATION;
    }
}
