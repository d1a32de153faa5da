package org.tocsin.monitor.parse;

import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;

/** Elements by their local names in lower case: publishers forget, misspell and invent namespaces. */
final class XmlNames {

    private XmlNames() {}

    static String local(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    static List<Element> children(Element parent, String localName) {
        String lower = localName.toLowerCase(Locale.ROOT);
        return parent.children().stream()
                .filter(child -> local(child).equals(lower))
                .toList();
    }

    /** The text of the first child of that name, or an empty one. */
    static String text(Element parent, String localName) {
        return children(parent, localName).stream()
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
