/** Who wants which alerts, how and when. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.subscription;
