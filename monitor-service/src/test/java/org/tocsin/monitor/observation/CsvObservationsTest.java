package org.tocsin.monitor.observation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.platform.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvObservationsTest {

    @Test
    void readsAPlainTable() throws IOException {
        assertThat(read("Date,Place,Place name,Value,Note\n2025-07-01,AF33,Herat,12.5,first\n\n2025-07-02,AF33,,7,\n"))
                .containsExactly(
                        new Line.Given(2, observation(null, "AF33", "Herat", "2025-07-01", 12.5, "first")),
                        new Line.Given(4, observation(null, "AF33", null, "2025-07-02", 7.0, null)));
    }

    @Test
    void readsWhatSpreadsheetsOfOtherCountriesWrite() throws IOException {
        assertThat(read("\uFEFFindicator;time;value\r\nreturns;2025-W29;1e3\r\n"))
                .containsExactly(new Line.Given(2, observation("returns", null, null, "2025-W29", 1_000.0, null)));
        assertThat(read("time\tvalue\n2025-07\t-4\n"))
                .containsExactly(new Line.Given(2, observation(null, null, null, "2025-07", -4.0, null)));
    }

    @Test
    void readsHashtagsBelowAHeaderForPeople() throws IOException {
        String table =
                """
                "Returns from Iran, by province",,,,,
                Day,Country,Province,Code,Men,Women
                #date+start,#country+code,#adm1 +name,#ADM1+code,#affected+m,#affected+f
                2025-07-01,AF,Herat,AF33,10,4
                2025-07-02,AF,,,11,5
                """;

        assertThat(read(table, "#affected+f"))
                .containsExactly(
                        new Line.Given(4, observation(null, "AF33", "Herat", "2025-07-01", 4.0, null)),
                        new Line.Given(5, observation(null, "AF", null, "2025-07-02", 5.0, null)));
    }

    @Test
    void asksWhichColumnIsMeant() {
        String table = "#date,#affected+m,#affected+f\n2025-07-01,1,2\n";

        assertThatThrownBy(() -> read(table))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.errors())
                        .extracting("pointer")
                        .containsExactly("/value"));
        assertThatThrownBy(() -> read(table, "affected")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#dat,#affected\n2025-07-01,1\n",
                "#date,#people\n2025-07-01,1\n",
                "#date,#affected+\n2025-07-01,1\n",
                "#date,#1\n2025-07-01,1\n",
                "day,number\n2025-07-01,1\n",
                "time,value,value\n2025-07-01,1,2\n",
                "2025-07-01,1\n"
            })
    void aHeadThatDoesNotSayEnoughIsRefused(String table) {
        assertThatThrownBy(() -> read(table)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.errors()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "\"never closed"})
    void whatIsNoTableIsRefused(String table) {
        assertThatThrownBy(() -> read(table))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1,234\"", "1 234", "NaN", "Infinity", "1e999", "--5", "0x10", "twelve", "12%", "１２"})
    void whatIsNoPlainNumberCostsItsLineOnly(String value) throws IOException {
        List<Line> lines = read("time,value\n2025-07-01," + value + "\n2025-07-02,5\n");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isInstanceOfSatisfying(Line.Unreadable.class, line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.errors()).extracting("pointer").containsExactly("/value");
            assertThat(line.last()).isFalse();
        });
        assertThat(lines.get(1)).isInstanceOf(Line.Given.class);
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheTableAtItsLine() throws IOException {
        List<Line> lines = read("time,value,note\n2025-07-01,1,\n2025-07-02,2,\"open\n2025-07-03,3,\n");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isInstanceOf(Line.Given.class);
        assertThat(lines.get(1)).isInstanceOfSatisfying(Line.Unreadable.class, line -> {
            assertThat(line.number()).isEqualTo(3);
            assertThat(line.last()).isTrue();
        });
    }

    @Test
    void aQuoteWithoutAnEndDoesNotFillTheMemory() throws IOException {
        List<Line> lines = read("time,value\n" + "2025-07-01,1\n".repeat(40) + "2025-07-02,\"" + "x".repeat(3_000_000));

        assertThat(lines).hasSize(41);
        assertThat(lines.get(40)).isInstanceOfSatisfying(Line.Unreadable.class, line -> {
            assertThat(line.number()).isEqualTo(42);
            assertThat(line.last()).isTrue();
        });
    }

    @Test
    void linesAreCountedThroughQuotedLineEnds() throws IOException {
        List<Line> lines = read("time,value,note\n2025-07-01,1,\"two\nlines\"\n2025-07-02,x,\n");

        assertThat(lines).extracting(Line::number).containsExactly(2L, 4L);
    }

    @Test
    void bytesThatAreNoTextCostTheirLineOnly() throws IOException {
        byte[] table = "time,value,note\n2025-07-01,1,caf\u00e9\n2025-07-02,2,\n".getBytes(StandardCharsets.ISO_8859_1);

        List<Line> lines = all(new CsvObservations(new ByteArrayInputStream(table), null));

        assertThat(lines.get(0)).isInstanceOf(Line.Unreadable.class);
        assertThat(lines.get(1)).isInstanceOf(Line.Given.class);
    }

    @Test
    void shortRowsLackWhatTheyLack() throws IOException {
        assertThat(read("time,value\n2025-07-01\n"))
                .containsExactly(new Line.Given(2, observation(null, null, null, "2025-07-01", null, null)));
    }

    private static ObservationRequest observation(
            String indicator, String place, String placeName, String time, Double value, String note) {
        return new ObservationRequest(indicator, place, placeName, time, value, note);
    }

    private static List<Line> read(String table) throws IOException {
        return read(table, null);
    }

    private static List<Line> read(String table, String value) throws IOException {
        return all(new CsvObservations(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), value));
    }

    private static List<Line> all(CsvObservations table) {
        List<Line> lines = new ArrayList<>();
        for (Optional<Line> line = table.next(); line.isPresent(); line = table.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
