/** The command line: {@code ./tocsin} and its subcommands. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone.command;
