/** What a service says about itself: its name, its start and its settings. */
@org.jspecify.annotations.NullMarked
package org.tocsin.platform.service;
