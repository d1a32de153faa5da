package org.tocsin.monitor.content;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class HtmlTextTest {

    @Test
    void beginsALineAtEachBlock() {
        String html = "<p>Iran expelled <b>29,000</b>\n Afghans.</p><ul><li>one<li>two</ul>a<br>b";

        assertThat(HtmlText.of(html)).isEqualTo("Iran expelled 29,000 Afghans.\none\ntwo\na\nb");
    }

    @Test
    void dropsWhatIsNotRead() {
        String html =
                """
                <style>p{}</style><script>alert(1)</script><noscript>x</noscript><svg><script>y</script></svg>
                <iframe src="javascript:alert(1)">z</iframe><p onclick="alert(2)">Text</p><template>t</template>
                """;

        assertThat(HtmlText.of(html)).isEqualTo("Text");
    }

    @Test
    void showsEscapedMarkupAsTheCharactersItIs() {
        assertThat(HtmlText.of("&lt;script&gt;alert(1)&lt;/script&gt;")).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void readsBrokenHtml() {
        assertThat(HtmlText.of("<p>One<p>Two</b></i><div>Three<!-- open <p>Four"))
                .startsWith("One\nTwo\nThree");
    }

    @Test
    void survivesDeepNesting() {
        String html = "<div>".repeat(100_000) + "Text" + "</div>".repeat(100_000);

        assertTimeout(
                Duration.ofSeconds(10), () -> assertThat(HtmlText.of(html)).isEqualTo("Text"));
    }

    @Test
    void survivesTextWithoutSpaces() {
        String word = "a".repeat(2_000_000);

        assertThat(HtmlText.of("<p>" + word)).isEqualTo(word);
    }

    @Test
    void readsATitleAsOneLine() {
        assertThat(HtmlText.line("Visas &amp; borders:\n <i>what</i> now?")).isEqualTo("Visas & borders: what now?");
    }
}
