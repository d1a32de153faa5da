/** RFC 9457 for every error that can leave a service. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.problem;
