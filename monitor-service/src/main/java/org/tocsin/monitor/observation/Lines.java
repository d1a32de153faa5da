package org.tocsin.monitor.observation;

import java.io.IOException;
import java.util.Optional;

/** A file of observations, read line by line and never as a whole. */
interface Lines {

    /** The next line, or nothing at the end. */
    Optional<Line> next() throws IOException;
}
