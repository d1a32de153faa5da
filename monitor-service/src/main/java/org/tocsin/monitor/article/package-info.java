/** Finds the report on a web page: its text without the furniture around it, its title and its date. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.article;
