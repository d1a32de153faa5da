/** What an operator tells the service beside its servers. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.settings;
