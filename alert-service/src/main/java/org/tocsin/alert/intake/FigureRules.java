package org.tocsin.alert.intake;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.figure.Figure;
import org.tocsin.platform.event.InvalidEventException;

/** What a figure of a signal must be like. An impossible number is a mistake upstream and must not make an alert. */
final class FigureRules {

    /** More people than live on earth. */
    private static final long TOO_MANY = 10_000_000_000L;

    private static final int MAX_WORDS = 300;

    List<Figure> of(List<SignalReceived.Figure> figures) {
        return figures.stream().map(this::figure).distinct().toList();
    }

    private Figure figure(SignalReceived.Figure figure) {
        check(figure.value());
        check(figure.lower());
        check(figure.upper());
        if (figure.value() == null && figure.lower() == null && figure.upper() == null) {
            throw new InvalidEventException("a figure has neither value nor bounds");
        }
        if (figure.lower() != null && figure.upper() != null && figure.lower() > figure.upper()) {
            throw new InvalidEventException("a figure's lower bound is above its upper bound");
        }
        return new Figure(
                figure.value(),
                figure.lower(),
                figure.upper(),
                name(Figure.Quantifier.class, figure.quantifier(), Figure.Quantifier.APPROXIMATELY),
                Objects.requireNonNullElse(figure.unit(), "PERSON"),
                figure.action(),
                figure.group() == null ? null : SignalReader.clean(figure.group(), MAX_WORDS),
                figure.per() == null ? null : name(Figure.Per.class, figure.per(), null),
                figure.from(),
                figure.to(),
                figure.cumulative(),
                name(Figure.Status.class, figure.status(), Figure.Status.ACTUAL),
                quote(figure));
    }

    private static String quote(SignalReceived.Figure figure) {
        String quote = SignalReader.clean(Objects.requireNonNullElse(figure.quote(), ""), MAX_WORDS);
        // Every figure says what it was read from; without the words, the number has to do.
        return quote.isEmpty()
                ? String.valueOf(
                        figure.value() != null
                                ? figure.value()
                                : Objects.requireNonNullElse(figure.lower(), figure.upper()))
                : quote;
    }

    private static void check(@Nullable Long number) {
        if (number != null && (number < 0 || number > TOO_MANY)) {
            throw new InvalidEventException("a figure is not a number of people");
        }
    }

    /** The constant of that name, or the fallback for none and for those that a later release may add. */
    private static <E extends Enum<E>> E name(Class<E> type, @Nullable String name, @Nullable E fallback) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        if (fallback == null) {
            throw new InvalidEventException("a figure's " + type.getSimpleName() + " is not known here");
        }
        return fallback;
    }
}
