package org.tocsin.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.tocsin.standalone.supervision.PartState;

/** Resident memory of a running Tocsin, by part. */
record Memory(Map<String, Long> mebibytes) {

    private static final long KIBIBYTES = 1024;

    static Memory of(RunningTocsin tocsin) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("supervisor", proportional(List.of(tocsin.supervisor())));
        for (PartState part : tocsin.parts()) {
            List<Long> family = ProcessHandle.of(part.pid())
                    .map(handle -> LongStream.concat(
                                    LongStream.of(part.pid()),
                                    handle.descendants().mapToLong(ProcessHandle::pid))
                            .boxed()
                            .toList())
                    .orElse(List.of());
            parts.put(part.name(), proportional(family));
        }
        return new Memory(parts);
    }

    /** Shared pages count once: the server processes of PostgreSQL share nearly all of theirs. */
    private static long proportional(List<Long> processes) {
        return processes.stream().mapToLong(Memory::proportional).sum() / KIBIBYTES;
    }

    private static long proportional(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    long total() {
        return mebibytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
