/** What the tests of several features need: a server of feeds and a caller of our API. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.support;
