package org.tocsin.alert.alert;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.figure.ReconciledFigure;

/** Title and summary of an alert in plain English, made of its facts and of no outlet's words. Pure. */
final class Wording {

    private static final int MEASURES = 3;

    private final Category category;
    private final String country;
    private final List<Place> places;
    private final List<ReconciledFigure> figures;
    private final boolean planned;

    Wording(Category category, String country, List<Place> places, List<ReconciledFigure> figures, boolean planned) {
        this.category = category;
        this.country = country;
        this.places = places;
        this.figures = figures;
        this.planned = planned;
    }

    /** For instance "Iran: at least 29,000 people deported (Zabol)". */
    String title() {
        String what = naming().map(Wording::phrase).orElseGet(this::kind);
        return countryName(country) + ": " + what
                + place().map(name -> " (" + name + ")").orElse("");
    }

    /** For instance "Mass deportation in Iran (Zabol): at least 29,000 people deported. 3 reports from 2 …". */
    String summary(int reports, int voices) {
        var text = new StringBuilder(planned ? "Announced: " + category.phrase() : category.label());
        text.append(country.equals(ReportFacts.UNKNOWN_COUNTRY) ? "" : " in " + countryName(country));
        place().ifPresent(name -> text.append(" (").append(name).append(')'));
        List<String> phrases = phrases();
        if (!phrases.isEmpty()) {
            text.append(": ").append(String.join("; ", phrases));
        }
        return text.append(". ")
                .append(count(reports, "report"))
                .append(" from ")
                .append(count(voices, "independent source"))
                .append('.')
                .toString();
    }

    /** English name of a country by its ISO code. */
    static String countryName(String code) {
        if (code.equals(ReportFacts.UNKNOWN_COUNTRY)) {
            return "Unknown country";
        }
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }

    private String kind() {
        return planned ? category.phrase() + " announced" : category.phrase();
    }

    private Optional<String> place() {
        String own = countryName(country);
        return places.stream()
                .filter(place -> place.pcode() != null || country.equals(place.country()))
                .map(Place::name)
                .filter(name -> !name.equalsIgnoreCase(own))
                .findFirst();
    }

    /** The same in parts. */
    Headline headline() {
        var named = new LinkedHashSet<Figure>();
        naming().ifPresent(named::add);
        measures().limit(MEASURES).forEach(named::add);
        List<Figure> all = figures.stream().map(ReconciledFigure::figure).toList();
        return new Headline(
                country.equals(ReportFacts.UNKNOWN_COUNTRY) ? null : country,
                place().orElse(null),
                planned,
                named.stream().map(all::indexOf).toList());
    }

    private Optional<Figure> naming() {
        for (String action : category.actions()) {
            Optional<Figure> figure = recommended(action, Figure.Nature.FLOW)
                    .or(() -> recommended(action, Figure.Nature.RATE))
                    .or(() -> recommended(action, Figure.Nature.STOCK));
            if (figure.isPresent()) {
                return figure;
            }
        }
        return Optional.empty();
    }

    private Optional<Figure> recommended(String action, Figure.Nature nature) {
        return figures.stream()
                .filter(entry -> entry.role() == ReconciledFigure.Role.RECOMMENDED)
                .map(ReconciledFigure::figure)
                .filter(figure -> action.equals(figure.action()) && figure.nature() == nature)
                .findFirst();
    }

    private List<String> phrases() {
        return measures().map(Wording::phrase).distinct().limit(MEASURES).toList();
    }

    private Stream<Figure> measures() {
        return category.actions().stream().flatMap(action -> Arrays.stream(Figure.Nature.values())
                .flatMap(nature -> recommended(action, nature).stream()));
    }

    private static String phrase(Figure figure) {
        var phrase = new StringBuilder(amount(figure)).append(' ').append(noun(figure));
        phrase.append(' ').append(verb(figure));
        if (figure.per() != null) {
            phrase.append(" each ").append(figure.per().name().toLowerCase(Locale.ROOT));
        }
        if (figure.cumulative()) {
            phrase.append(" in total");
        }
        if (figure.status() == Figure.Status.PLANNED) {
            phrase.append(" as announced");
        }
        return phrase.toString();
    }

    private static String amount(Figure figure) {
        @Nullable Long value = figure.value();
        if (value == null) {
            return range(figure);
        }
        return switch (figure.quantifier()) {
            case EXACT -> number(value);
            case APPROXIMATELY -> "about " + number(value);
            // "More than four" and "at least four" are one in the data; this is true of both.
            case MORE_THAN -> "at least " + number(value);
            case LESS_THAN -> "up to " + number(value);
        };
    }

    private static String range(Figure figure) {
        if (figure.lower() == null || figure.upper() == null) {
            return (figure.lower() == null ? "up to " : "at least ") + number(figure.amount());
        }
        return number(figure.lower()) + " to " + number(figure.upper());
    }

    private static String noun(Figure figure) {
        boolean one = figure.value() != null && figure.value() == 1;
        if ("HOUSEHOLD".equals(figure.unit())) {
            return one ? "household" : "households";
        }
        return one ? "person" : "people";
    }

    private static String verb(Figure figure) {
        String action = figure.action() == null ? "AFFECTED" : figure.action();
        return switch (action) {
            case "DISPOSSESSED" -> "deprived of documents or status";
            case "MISSING" -> "missing";
            case "RETURNED" -> "returned";
            default -> action.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
