/** Notices when the pipeline itself goes quiet. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.silence;
