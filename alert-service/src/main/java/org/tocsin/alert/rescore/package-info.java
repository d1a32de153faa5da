/** The constants of the score: which are used, which were, and what others would make of the alerts. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.rescore;
