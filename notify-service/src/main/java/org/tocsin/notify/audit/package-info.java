/** Who changed what and when: a log that can only grow. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.audit;
