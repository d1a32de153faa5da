package org.tocsin.notify.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.tocsin.notify.alert.Band;
import org.tocsin.notify.filter.ExpressionLexer.Kind;
import org.tocsin.notify.filter.ExpressionLexer.Token;

/**
 * Reads filter expressions. NOT binds tighter than AND, AND tighter than OR; keywords and field names are the same in
 * upper and lower case.
 *
 * <pre>
 * expression = conjunction { "OR" conjunction }
 * conjunction = term { "AND" term }
 * term       = "NOT" term | "(" expression ")" | comparison
 * comparison = words ( "=" | "!=" ) text | words [ "NOT" ] "IN" "(" text { "," text } ")" | number operator text
 * words      = "category" | "country" | "place" | "source" | "language"
 * number     = "severity" | "confidence" | "band" | "figure." action
 * operator   = ">=" | "<=" | ">" | "<" | "=" | "!="
 * </pre>
 */
public final class ExpressionParser {

    /** Longest expression that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 4_000;

    private static final int MAX_DEPTH = 40;
    private static final String NAMES =
            "category, country, place, source, language, severity, confidence, band or figure.ACTION";

    private final String expression;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private ExpressionParser(String expression) {
        this.expression = expression;
        this.tokens = ExpressionLexer.tokens(expression);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException when it cannot be understood
     */
    public static Condition parse(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new ExpressionException(
                    expression, MAX_LENGTH, "an expression has at most " + MAX_LENGTH + " characters");
        }
        ExpressionParser parser = new ExpressionParser(expression);
        Condition condition = parser.disjunction();
        parser.expectEnd();
        return condition;
    }

    private Condition disjunction() {
        List<Condition> parts = new ArrayList<>(List.of(conjunction()));
        while (skipKeyword("OR")) {
            parts.add(conjunction());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    private Condition conjunction() {
        List<Condition> parts = new ArrayList<>(List.of(term()));
        while (skipKeyword("AND")) {
            parts.add(term());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private Condition term() {
        Token start = peek();
        if (++depth > MAX_DEPTH) {
            throw error(start, "there are more than " + MAX_DEPTH + " NOTs and parentheses around this");
        }
        try {
            if (skipKeyword("NOT")) {
                return new Condition.Not(term());
            }
            if (skipSymbol("(")) {
                Condition inner = disjunction();
                if (!skipSymbol(")")) {
                    throw error(
                            peek(),
                            "expected AND, OR or the \")\" for the \"(\" at character " + (start.position() + 1));
                }
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Condition comparison() {
        Token name = take();
        if (name.kind() != Kind.WORD) {
            throw error(name, "expected a field: " + NAMES);
        }
        String lower = name.text().toLowerCase(Locale.ROOT);
        for (WordField field : WordField.values()) {
            if (field.name().toLowerCase(Locale.ROOT).equals(lower)) {
                return words(field);
            }
        }
        return numbers(measure(name, lower));
    }

    private Measure measure(Token name, String lower) {
        return switch (lower) {
            case "severity" -> Measure.SEVERITY;
            case "confidence" -> Measure.CONFIDENCE;
            case "band" -> Measure.BAND;
            default -> {
                if (lower.startsWith("figure.") && lower.length() > "figure.".length()) {
                    yield Measure.figure(lower.substring("figure.".length()));
                }
                throw error(name, "there is no such field; expected " + NAMES);
            }
        };
    }

    private Condition words(WordField field) {
        if (skipSymbol("=")) {
            return new Condition.OneOf(field, List.of(text()));
        }
        if (skipSymbol("!=")) {
            return new Condition.Not(new Condition.OneOf(field, List.of(text())));
        }
        boolean negated = skipKeyword("NOT");
        if (!skipKeyword("IN")) {
            throw error(peek(), negated ? "expected IN" : "expected =, !=, IN or NOT IN");
        }
        Condition among = new Condition.OneOf(field, list());
        return negated ? new Condition.Not(among) : among;
    }

    private List<String> list() {
        if (!skipSymbol("(")) {
            throw error(peek(), "expected \"(\" and the values");
        }
        List<String> values = new ArrayList<>(List.of(text()));
        while (skipSymbol(",")) {
            values.add(text());
        }
        if (!skipSymbol(")")) {
            throw error(peek(), "expected \",\" or \")\"");
        }
        return values;
    }

    private Condition numbers(Measure measure) {
        Token symbol = take();
        Operator operator = Stream.of(Operator.values())
                .filter(candidate -> symbol.isSymbol(candidate.symbol()))
                .findFirst()
                .orElseThrow(() -> error(symbol, "expected >=, <=, >, <, = or !="));
        Token value = take();
        double bound = measure instanceof Measure.BandRank ? band(value) : number(value);
        return new Condition.Compare(measure, operator, bound);
    }

    private double band(Token value) {
        try {
            return Band.valueOf(value.text().toUpperCase(Locale.ROOT)).ordinal();
        } catch (IllegalArgumentException e) {
            throw error(value, "expected a band: MINOR, MODERATE, SEVERE or EXTREME");
        }
    }

    private double number(Token value) {
        if (value.kind() == Kind.WORD && value.text().matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return Double.parseDouble(value.text());
        }
        throw error(value, "expected a number, such as 50 or 0.7");
    }

    private String text() {
        Token value = take();
        if (value.kind() != Kind.WORD && value.kind() != Kind.QUOTED) {
            throw error(value, "expected a value");
        }
        if (value.isKeyword("AND") || value.isKeyword("OR") || value.isKeyword("NOT")) {
            throw error(value, "expected a value; quote it if it is this very word");
        }
        return value.text();
    }

    private void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw error(peek(), "expected AND, OR or the end");
        }
    }

    private boolean skipKeyword(String keyword) {
        boolean found = peek().isKeyword(keyword);
        next += found ? 1 : 0;
        return found;
    }

    private boolean skipSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        next += found ? 1 : 0;
        return found;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    private ExpressionException error(Token token, String message) {
        return new ExpressionException(expression, token.position(), message);
    }
}
