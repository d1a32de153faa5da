/** Child processes: started, awaited, recognised after a crash, and never left behind. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone.process;
