/** What people made of the alerts that rules led to, and the precision of each rule that follows from it. */
@org.jspecify.annotations.NullMarked
package org.tocsin.monitor.feedback;
