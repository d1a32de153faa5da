package org.tocsin.benchmarks.stream;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.tocsin.benchmarks.system.Backlog;
import org.tocsin.benchmarks.system.RunningTocsin;
import org.tocsin.standalone.demo.ApiClient;
import org.tocsin.standalone.installation.Service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Sends a labelled stream through the whole of Tocsin, one document after the other, and says how well the alerts agree
 * with the events. What is not detected counts as an alert of its own.
 */
public final class StreamEvaluation {

    private final List<StreamItem> items;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, List<Found>> found = new HashMap<>();

    private StreamEvaluation(List<StreamItem> items) {
        this.items = items;
    }

    /** A report of an alert. */
    private record Found(String alert, String category, String relation) {}

    /**
     * Prints the scores.
     *
     * @param arguments the split ({@code dev} by default); {@code list} to see every slip
     */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        StreamEvaluation evaluation = new StreamEvaluation(StreamItem.read(wanted.contains("test") ? "test" : "dev"));
        Path data = Files.createTempDirectory("tocsin-stream-");
        try (RunningTocsin tocsin =
                RunningTocsin.start(data.resolve("data"), Map.of("TOCSIN_SEEDS_SOURCES", "false"))) {
            evaluation.send(tocsin);
            evaluation.readBack(tocsin);
        }
        evaluation.print(wanted.contains("list"), System.out);
    }

    private void send(RunningTocsin tocsin) throws Exception {
        ApiClient monitor = tocsin.client(Service.MONITOR, "ingest", "admin");
        for (StreamItem item : items) {
            documents.put(
                    item.id(),
                    monitor.post("/documents", item.document()).path("id").asText());
        }
        try (Backlog backlog = Backlog.of(tocsin)) {
            while (!backlog.amount().none()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private void readBack(RunningTocsin tocsin) throws IOException {
        ApiClient reader = tocsin.client(Service.ALERT, "reader");
        for (JsonNode alert : all(reader, "/alerts")) {
            String id = alert.path("id").asText();
            String category = alert.path("category").asText();
            for (JsonNode report : all(reader, "/alerts/" + id + "/reports")) {
                found.computeIfAbsent(report.path("documentId").asText(), key -> new ArrayList<>())
                        .add(new Found(id, category, report.path("relation").asText()));
            }
        }
    }

    private static List<JsonNode> all(ApiClient reader, String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = reader.get(path + "?limit=100");
        page.path("items").forEach(items::add);
        while (page.path("next").isTextual()) {
            page = reader.get(path + "?limit=100&cursor=" + page.path("next").asText());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** The report to look at where a document is in several alerts: the one of the labelled category. */
    private Optional<Found> report(StreamItem item) {
        List<Found> reports = found.getOrDefault(documents.get(item.id()), List.of());
        return reports.stream()
                .filter(report -> report.category().equals(item.category()))
                .findFirst()
                .or(() -> reports.stream().findFirst());
    }

    private void print(boolean list, PrintStream out) {
        List<StreamItem> telling =
                items.stream().filter(item -> item.event() != null).toList();
        Map<String, String> alerts = new HashMap<>();
        items.forEach(item -> report(item).ifPresent(report -> alerts.put(item.id(), report.alert())));
        Clustering all = Clustering.of(telling, alerts);
        Clustering detected = Clustering.of(
                telling.stream().filter(item -> alerts.containsKey(item.id())).toList(), alerts);
        List<StreamItem> noise = items.stream()
                .filter(item -> item.event() == null && alerts.containsKey(item.id()))
                .toList();
        out.printf(
                "%d items, %d of events, %d of these in an alert; %d of %d others in an alert%n",
                items.size(),
                telling.size(),
                telling.stream().filter(item -> alerts.containsKey(item.id())).count(),
                noise.size(),
                items.size() - telling.size());
        print("all", all, out);
        print("detected", detected, out);
        copies(telling, out);
        translations(telling, alerts, out);
        if (list) {
            out.println("wrong merges " + all.wrongMerges());
            out.println("wrong splits " + detected.wrongSplits());
            noise.forEach(item -> out.println("noise " + item.id() + ": " + item.title()));
            telling.stream()
                    .filter(item -> !alerts.containsKey(item.id()))
                    .forEach(item -> out.println("not detected " + item.id() + " " + item.category() + " "
                            + item.language() + ": " + item.title()));
        }
    }

    private static void print(String name, Clustering clustering, PrintStream out) {
        out.printf(
                "%s: B-cubed P %.3f R %.3f F1 %.3f, pairs F1 %.3f, adjusted Rand %.3f, %d wrong merges, %d events split%n",
                name,
                clustering.precision(),
                clustering.recall(),
                clustering.f1(),
                clustering.pairF1(),
                clustering.randIndex(),
                clustering.wrongMerges().size(),
                clustering.wrongSplits().size());
    }

    /** A document whose address is that of an earlier one is the same document, and so a copy that was recognised. */
    private void copies(List<StreamItem> telling, PrintStream out) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        Map<String, StreamItem> first = new HashMap<>();
        for (StreamItem item : telling) {
            boolean repeated = first.putIfAbsent(documents.get(item.id()), item) != null;
            Optional<Found> report = report(item);
            if (report.isEmpty()) {
                continue;
            }
            boolean copy = repeated || report.get().relation().equals("COPY");
            right += item.isCopy() && copy ? 1 : 0;
            wrong += !item.isCopy() && copy ? 1 : 0;
            missed += item.isCopy() && !copy ? 1 : 0;
        }
        out.printf(
                "copies: %d right, %d wrong, %d missed, F1 %.3f%n",
                right, wrong, missed, 2.0 * right / Math.max(1, 2 * right + wrong + missed));
    }

    /** Reports in another language than the first of their event: how many of them are in its alert. */
    private static void translations(List<StreamItem> telling, Map<String, String> alerts, PrintStream out) {
        Map<String, StreamItem> firsts = new HashMap<>();
        int attached = 0;
        int all = 0;
        for (StreamItem item : telling) {
            String event = String.valueOf(item.event());
            String alert = alerts.get(item.id());
            if (alert == null) {
                continue;
            }
            StreamItem first = firsts.putIfAbsent(event, item);
            if (first != null && !first.language().equals(item.language()) && !item.isCopy()) {
                all++;
                attached += alert.equals(alerts.get(first.id())) ? 1 : 0;
            }
        }
        out.printf("in another language than the first report: %d of %d in its alert%n", attached, all);
    }
}
