package org.tocsin.standalone.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Ends the children when this JVM dies without a chance to do it itself. A small shell reads the process ids from a
 * pipe; the kernel closes the pipe whatever the JVM died of, and the shell then kills what was still held.
 */
final class Tether {

    /** Each line adds (+) or removes (-) a process id; at the end of input all that is left is killed. */
    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            held=' '
            while read -r sign pid; do
              if [ "$sign" = + ]; then
                held="$held$pid "
              else
                held="${held%% $pid *} ${held#* $pid }"
              fi
            done
            for pid in $held; do kill -9 "$pid" 2>/dev/null; done
            """;

    private static @Nullable Writer pipe;

    private Tether() {}

    static void hold(ProcessHandle process) {
        tell("+ " + process.pid() + "\n");
    }

    static void release(ProcessHandle process) {
        tell("- " + process.pid() + "\n");
    }

    private static synchronized void tell(String line) {
        try {
            Writer open = pipe;
            if (open == null) {
                open = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .outputWriter(StandardCharsets.US_ASCII);
                pipe = open;
            }
            open.write(line);
            open.flush();
        } catch (IOException e) {
            // Without the shell the process-id files remain: the next start finds the leftovers by them.
            pipe = null;
        }
    }
}
