package org.tocsin.benchmarks.detect;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Starts JMH with its own options, for instance {@code RulesBenchmark -p rules=1000}. */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param arguments as JMH's own main takes them */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        new Runner(new CommandLineOptions(arguments)).run();
    }
}
