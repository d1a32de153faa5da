/** Windows of rules: how many independent sources tell of something within a time, and how many people they count. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.window;
