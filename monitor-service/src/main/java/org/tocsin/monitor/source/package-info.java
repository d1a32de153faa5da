/** Where reports come from: feeds that are polled and parties that push, with what is known about their reliability. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.source;
