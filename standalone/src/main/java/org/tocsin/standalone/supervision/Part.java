package org.tocsin.standalone.supervision;

import java.util.function.Supplier;

import org.tocsin.standalone.process.RunningServer;

/**
 * A program that an installation needs running.
 *
 * @param name as logs and messages call it
 * @param start starts it and returns when it answers; throws StartException when it does not
 */
public record Part(String name, Supplier<RunningServer> start) {}
