/** An alert as other services publish it: one version of it, read tolerantly from its event. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.alert;
