/** A little service of the platform's own, which its tests run. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.trial;
