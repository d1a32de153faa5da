/** Recognises copies and further reports of one event and keeps one living alert for it. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert;
