package org.tocsin.notify.filter;

/** How a number is compared. */
public enum Operator {
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE_THAN(">"),
    LESS_THAN("<"),
    EQUAL("="),
    NOT_EQUAL("!=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** As written in an expression. */
    public String symbol() {
        return symbol;
    }

    boolean holds(double found, double bound) {
        return switch (this) {
            case AT_LEAST -> found >= bound;
            case AT_MOST -> found <= bound;
            case MORE_THAN -> found > bound;
            case LESS_THAN -> found < bound;
            case EQUAL -> found == bound;
            case NOT_EQUAL -> found != bound;
        };
    }
}
