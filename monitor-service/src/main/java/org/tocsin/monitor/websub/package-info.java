/** Has feeds pushed by the hubs that they name (W3C WebSub), so that a report arrives within seconds. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.websub;
