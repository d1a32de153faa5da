package org.tocsin.platform.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemDocumentationTest {

    @Test
    void everyProblemIsDocumented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "problems.md"));

        assertThat(rows()).allSatisfy(row -> assertThat(page).contains(row));
    }

    private static List<String> rows() {
        Stream<String> standard = IntStream.rangeClosed(400, 599)
                .mapToObj(Problem::of)
                .map(problem -> "| `" + problem.type().substring(problem.type().lastIndexOf('/') + 1) + "` | ");
        Stream<String> raised = Stream.of(
                        ProblemException.notFound(""),
                        ProblemException.badRequest(""),
                        ProblemException.conflict(""),
                        ProblemException.forbidden(""),
                        ProblemException.preconditionFailed(""),
                        ProblemException.preconditionRequired(""),
                        ProblemException.tooLarge(""),
                        ProblemException.invalid("", List.of()))
                .map(problem -> "| `" + problem.slug() + "` | " + problem.status() + " |");
        return Stream.of(standard, raised, Stream.of("| `malformed-json` | 400 |"))
                .flatMap(rows -> rows)
                .distinct()
                .toList();
    }
}
