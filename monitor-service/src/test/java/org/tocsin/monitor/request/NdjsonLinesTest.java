package org.tocsin.monitor.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NdjsonLinesTest {

    @Test
    void numbersLinesAndSkipsBlankOnes() throws IOException {
        assertThat(lines("{1}\r\n\n  \n{4}", 100)).containsExactly("1:{1}\r", "4:{4}");
    }

    @Test
    void skipsWhatIsTooLongAndGoesOn() throws IOException {
        String endless = "x".repeat(100_000);

        assertThat(lines(endless + "\n{2}\n" + endless, 10)).containsExactly("1:too long", "2:{2}", "3:too long");
    }

    @Test
    void acceptsALineOfExactlyTheLimit() throws IOException {
        assertThat(lines("1234567890\n12345678901", 10)).containsExactly("1:1234567890", "2:too long");
    }

    @Test
    void findsNothingInNothing() throws IOException {
        assertThat(lines("", 10)).isEmpty();
        assertThat(lines("\n\n", 10)).isEmpty();
    }

    private static List<String> lines(String text, int limit) throws IOException {
        NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
        List<String> found = new ArrayList<>();
        for (Optional<NdjsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            byte[] bytes = line.get().bytes();
            found.add(line.get().number() + ":"
                    + (bytes == null ? "too long" : new String(bytes, StandardCharsets.UTF_8)));
        }
        return found;
    }
}
