/** The organisations that are served, and the people to turn to there. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.organisation;
