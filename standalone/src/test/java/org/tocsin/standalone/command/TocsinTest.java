package org.tocsin.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.SigningKeys;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class TocsinTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --colour                       | Unknown option: '--colour'. See './tocsin --help'.
                    up --port 1                    | Unknown options: '--port', '1'. See './tocsin up --help'.
                    token                          | Missing required option: '--role=ROLE'. See './tocsin token --help'.
                    token --role admin --hours ten | Invalid value for option '--hours': 'ten' is not an int. See './tocsin token --help'.
                    token --role admin --hours 0   | --hours must be from 1 to 8760. See './tocsin token --help'.
                    token --role partner           | --org ID belongs to --role partner, and the reverse. See './tocsin token --help'.
                    demo --for soon                | --for must be a number of seconds such as 90 or 90s, not 'soon'. See './tocsin demo --help'.
                    """)
    void refusesBadOptionsInOneSentence(String arguments, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("A command is missing.");
    }

    @Test
    void printsNothingButTheToken() {
        SigningKeys.of(folder).ensure();

        assertThat(run("token", "--role", "admin", "--data", folder.toString())).isZero();
        assertThat(out.toString().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void tellsThatNothingRuns() {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(run("stop", "--data", folder.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("is not running on " + folder));
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(run("up", "--data", data.path().toString())).isEqualTo(1);
        }
        assertThat(err.toString()).startsWith("Another Tocsin is running on " + folder);
        assertThat(Files.exists(folder.resolve("postgres"))).isFalse();
    }

    private int run(String... arguments) {
        CommandLine commandLine = Tocsin.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
