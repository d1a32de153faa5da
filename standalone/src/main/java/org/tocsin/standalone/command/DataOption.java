package org.tocsin.standalone.command;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.installation.Programs;
import org.tocsin.standalone.installation.Settings;

import picocli.CommandLine.Option;

/** Which data folder a command is about. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with the data of one installation; 'data' in the checkout by default.")
    private @Nullable Path folder;

    Path resolve(Settings settings) {
        Path chosen = folder != null ? folder : Programs.find(settings).defaultData();
        return chosen.toAbsolutePath().normalize();
    }
}
