package org.tocsin.monitor.article;

import java.util.Iterator;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tocsin.monitor.content.HtmlText;
import org.tocsin.monitor.content.PlainText;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * An article as schema.org's JSON-LD in the page describes it; what is not said is empty.
 *
 * @param articleBody one line per paragraph where the publisher parts them
 */
record LinkedArticle(String headline, String articleBody, String datePublished) {

    private static final LinkedArticle NONE = new LinkedArticle("", "", "");

    /** Templates put line ends and stray escapes into strings. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final Pattern TYPE =
            Pattern.compile("(?:\\w*Article|BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle)");
    private static final Pattern MARKUP = Pattern.compile("<\\w+[^<>]*>|&\\w{2,8};|&#\\d+;");
    private static final int DEEPEST = 6;

    /** The first article of the page that has a text, or else the first. */
    static LinkedArticle in(Document page) {
        LinkedArticle found = NONE;
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                found = better(found, search(JSON.readTree(script.data()), 0));
            } catch (JsonProcessingException e) {
                // Nobody looks at this part of a page, so it is often damaged; the page shows the report anyway.
                continue;
            }
        }
        return found;
    }

    private static LinkedArticle search(JsonNode node, int depth) {
        LinkedArticle found = isArticle(node) ? read(node) : NONE;
        if (depth < DEEPEST && node.isContainerNode()) {
            for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
                found = better(found, search(children.next(), depth + 1));
            }
        }
        return found;
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (TYPE.matcher(one.asText()).matches()) {
                    return true;
                }
            }
        }
        return TYPE.matcher(type.asText()).matches();
    }

    private static LinkedArticle read(JsonNode node) {
        String body = node.path("articleBody").asText();
        String text = MARKUP.matcher(body).find() ? HtmlText.of(body) : PlainText.clean(body);
        return new LinkedArticle(
                node.path("headline").asText(),
                text.strip(),
                node.path("datePublished").asText());
    }

    private static LinkedArticle better(LinkedArticle one, LinkedArticle other) {
        if (one.equals(NONE)) {
            return other;
        }
        return one.articleBody().isEmpty() && !other.articleBody().isEmpty() ? other : one;
    }
}
