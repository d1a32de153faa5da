package org.tocsin.notify.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.TocsinStack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No word of English is left in the mails of other readers, apart from names, addresses and quotes. Words that a language
 * shares with English are listed with it.
 */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class MailLeftoversTest extends ServiceTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern PCODE = Pattern.compile("\\b[A-Z]{2}\\d+\\b");
    private static final String THREAD = "Re: ";
    private static final List<String> NAMES =
            List.of("Hirmand Daily", "Meridian Newswire", "Zabol", "Tocsin", "Ahmad Shah", "Kabul");

    @ParameterizedTest
    @CsvSource({
        "fa,''",
        "fa-AF,''",
        "ps,''",
        "ur,''",
        "ar,''",
        "tr,'risk,size'",
        "de,'afghanistan,iran,was'",
        "fr,'afghanistan,iran,organisations,source,sources,total,version,versions'",
        "es,'jul,total'",
    })
    void noEnglishIsLeft(String language, String shared) throws IOException {
        String place = "Place" + UUID.randomUUID().toString().replace("-", "");
        String english = "english-" + address;
        subscribe(english, "en", place);
        subscribe(address, language, place);
        alert.publish("opened", 1, content -> everything(content, place));
        alert.publish("updated", 2, content -> everything(content, place));
        alert.publish("escalated", 3, content -> everything(content, place));
        List<ReceivedMail> theirs = mailServer.await(address, 3);
        List<ReceivedMail> ours = mailServer.await(english, 3);
        Set<String> common = Set.of(shared.split(","));

        for (int i = 0; i < theirs.size(); i++) {
            ReceivedMail mail = theirs.get(i);
            keep("all-" + language + "-" + (i + 1), mail);
            keep("all-en-" + (i + 1), ours.get(i));
            String text = ownWords(mail.subject() + "\n" + mail.text(), place);
            assertThat(mail.subject().length()).as(mail.subject()).isBetween(10, 150);
            if (mail.html().contains("lang=\"" + language + "\" dir=\"rtl\"")) {
                assertThat(LATIN.matcher(text).results().map(found -> found.group()))
                        .as(text)
                        .isEmpty();
            }
            Set<String> left = words(text);
            left.retainAll(
                    words(ownWords(ours.get(i).subject() + "\n" + ours.get(i).text(), place)));
            left.removeAll(common);
            assertThat(left).as(text).isEmpty();
        }
    }

    private void subscribe(String reader, String language, String place) {
        Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", reader),
                "filter",
                Map.of("places", List.of(place), "minSeverity", 10, "minConfidence", 0.1),
                "delivery",
                Map.of("timeZone", "Asia/Kabul"),
                "language",
                language,
                "confirmed",
                true));
    }

    /** An alert with all that an alert can have. */
    private static void everything(ObjectNode alert, String place) {
        alert.put("category", "MASS_DEPORTATION");
        ((ArrayNode) alert.path("places")).insertObject(0).put("name", place).put("country", "IR");
        ((ObjectNode) alert.path("headline")).put("place", place);
        ArrayNode figures = (ArrayNode) alert.path("figures");
        figure(figures, "ARRESTED", 12, 12L, "HOUSEHOLD", "EXACT", "DAY", "ACTUAL", false);
        figure(figures, "KILLED", 2, null, "PERSON", "LESS_THAN", null, "ACTUAL", true);
        figure(figures, "DISPLACED", 3, 3L, "PERSON", "APPROXIMATELY", null, "PLANNED", false);
        ArrayNode measures = ((ObjectNode) alert.path("headline")).putArray("figures");
        for (int i = 0; i < figures.size(); i++) {
            measures.add(i);
        }
        ArrayNode score = alert.putArray("score");
        part(score, "category", "Mass deportation").put("category", "MASS_DEPORTATION");
        part(score, "magnitude", "29,000 people as a measure of its size").put("people", 29_000);
        part(score, "casualties", "2 killed, 1 injured").put("killed", 2).put("injured", 1);
        part(score, "rate", "500 people each day").put("perDay", 500);
        part(score, "trend", "The figure is 2.5 times the first one").put("growth", 2.5);
        part(score, "vulnerable", "Children, Women")
                .putArray("groups")
                .add("CHILDREN")
                .add("WOMEN")
                .add("ELDERLY_OR_SICK_PEOPLE");
        part(score, "lasting", "Lives lost").put("livesLost", true);
        part(score, "planned", "Announced, not yet done");
    }

    private static void figure(
            ArrayNode figures,
            String action,
            long value,
            Long upper,
            String unit,
            String quantifier,
            String per,
            String status,
            boolean cumulative) {
        ObjectNode figure = figures.addObject();
        figure.put("value", value).put("upper", value).put("unit", unit).put("quantifier", quantifier);
        figure.put("action", action).put("per", per).put("status", status).put("cumulative", cumulative);
        figure.put("role", "RECOMMENDED").put("quote", "some words of a text");
        if (upper == null) {
            figure.putNull("lower");
        } else {
            figure.put("lower", value);
        }
    }

    private static ObjectNode part(ArrayNode score, String component, String reason) {
        ObjectNode part = score.addObject().put("component", component).put("points", 5);
        return part.put("reason", reason).putObject("basis");
    }

    /** What we say ourselves: without addresses, names, titles and quotes. */
    private static String ownWords(String text, String place) {
        String own = ADDRESS.matcher(text.startsWith(THREAD) ? text.substring(THREAD.length()) : text)
                .replaceAll("")
                .lines()
                .filter(line -> !line.stripLeading().startsWith(">"))
                .map(line -> line.startsWith("- Iran expels") || line.startsWith("- More than one million")
                        ? line.substring(line.lastIndexOf('('))
                        : line)
                .collect(Collectors.joining("\n"));
        own = PCODE.matcher(own).replaceAll("");
        for (String name : NAMES) {
            own = own.replace(name, "");
        }
        return own.replace(place, "");
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void keep(String name, ReceivedMail mail) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
    }
}
