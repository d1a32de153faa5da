/** Takes signals in: copy check, match, change of the alert, score and outgoing event in one transaction. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.intake;
