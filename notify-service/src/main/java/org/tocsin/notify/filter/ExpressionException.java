package org.tocsin.notify.filter;

/** An expression that cannot be understood; the message names the place and what was expected there. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * @param position UTF-16 offset into the expression, from 0
     * @param message what is wrong there, without the place
     */
    ExpressionException(String expression, int position, String message) {
        super("At character " + (position + 1) + " " + near(expression, position) + ": " + message);
        this.position = position;
    }

    /** UTF-16 offset into the expression, from 0. */
    public int position() {
        return position;
    }

    private static String near(String expression, int position) {
        if (position >= expression.length()) {
            return "(the end)";
        }
        String rest = expression.substring(position, Math.min(expression.length(), position + 20));
        return "(\"" + rest + (position + 20 < expression.length() ? "…" : "") + "\")";
    }
}
