package org.tocsin.notify.filter;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into words, quoted words, symbols and the end. */
final class ExpressionLexer {

    enum Kind {
        WORD,
        QUOTED,
        SYMBOL,
        END
    }

    /** @param position UTF-16 offset of its first character */
    record Token(Kind kind, String text, int position) {

        boolean isKeyword(String keyword) {
            return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
        }

        boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    private final String expression;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ExpressionLexer(String expression) {
        this.expression = expression;
    }

    static List<Token> tokens(String expression) {
        ExpressionLexer lexer = new ExpressionLexer(expression);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (isWordPart(c)) {
                word();
            } else {
                symbol(c);
            }
        }
        tokens.add(new Token(Kind.END, "", at));
    }

    private void quoted(char quote) {
        int start = at;
        StringBuilder text = new StringBuilder();
        for (at++; at < expression.length(); at++) {
            char c = expression.charAt(at);
            if (c == quote) {
                at++;
                tokens.add(new Token(Kind.QUOTED, text.toString(), start));
                return;
            }
            if (c == '\\' && at + 1 < expression.length()) {
                at++;
            }
            text.append(expression.charAt(at));
        }
        throw new ExpressionException(expression, start, "this quotation mark is never closed");
    }

    private void word() {
        int start = at;
        while (at < expression.length() && isWordPart(expression.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Kind.WORD, expression.substring(start, at), start));
    }

    private void symbol(char c) {
        String two = at + 2 <= expression.length() ? expression.substring(at, at + 2) : "";
        String symbol =
                switch (two) {
                    case ">=", "<=", "!=" -> two;
                    default -> String.valueOf(c);
                };
        if ("()=<>,".indexOf(c) < 0 && symbol.length() == 1) {
            throw new ExpressionException(
                    expression, at, "this character has no meaning here; quote text that needs it");
        }
        tokens.add(new Token(Kind.SYMBOL, symbol, at));
        at += symbol.length();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '_'
                || c == '.'
                || c == '-';
    }
}
