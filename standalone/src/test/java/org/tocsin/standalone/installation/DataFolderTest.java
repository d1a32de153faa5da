package org.tocsin.standalone.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.standalone.process.StartException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void belongsToOneInstanceAtATime() {
        Path data = folder.resolve("data");
        try (DataFolder first = DataFolder.open(data)) {
            assertThat(DataFolder.inUse(first.path())).isTrue();
            assertThatThrownBy(() -> DataFolder.open(data))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Another Tocsin is running on " + data);
        }
        assertThat(DataFolder.inUse(data)).isFalse();
        DataFolder.open(data).close();
    }

    @Test
    void refusesAFolderWithOtherFiles() throws IOException {
        Files.writeString(folder.resolve("thesis.odt"), "do not touch");

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("is not a data folder of Tocsin");
        assertThat(folder).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void refusesAnotherLayout() throws IOException {
        DataFolder.open(folder).close();
        Files.writeString(folder.resolve("layout"), "\u0000\u0007");

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("damaged or of another version");
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartException.class)
                .hasMessage("The data folder " + file + " cannot be used: " + file + " is not a folder.");
    }

    @Test
    void remembersPortsForThoseWhoAsk() {
        try (DataFolder data = DataFolder.open(folder)) {
            data.writePorts(new Settings(Map.of("TOCSIN_NOTIFY_MANAGEMENT_PORT", "19083")));
        }

        Settings read = DataFolder.readPorts(folder);
        assertThat(read.managementPort(Service.NOTIFY)).isEqualTo(19083);
        assertThat(read.port(Service.MONITOR)).isEqualTo(8081);
    }

    @Test
    void knowsWhoRunsIt() {
        assertThat(DataFolder.supervisor(folder)).isEmpty();
        try (DataFolder data = DataFolder.open(folder)) {
            data.writeSupervisor(ProcessHandle.current());
            assertThat(DataFolder.supervisor(folder)).contains(ProcessHandle.current());
        }
        assertThat(DataFolder.supervisor(folder)).isEmpty();
    }
}
