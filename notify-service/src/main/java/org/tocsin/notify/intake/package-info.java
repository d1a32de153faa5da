/** Takes alerts in and plans which subscription is owed what. */
@org.jspecify.annotations.NullMarked
package org.tocsin.notify.intake;
