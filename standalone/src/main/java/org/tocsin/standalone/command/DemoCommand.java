package org.tocsin.standalone.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

/** Shows Tocsin at work with sample feeds on a throw-away data folder. */
@Command(
        name = "demo",
        description = "Shows Tocsin at work: sample feeds in, alerts out by e-mail and webhook, nothing kept.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 0;
    }
}
