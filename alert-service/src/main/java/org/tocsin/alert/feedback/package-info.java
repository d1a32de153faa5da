/** What people made of the alerts: how often rules and sources were right. */
@org.jspecify.annotations.NullMarked
package org.tocsin.alert.feedback;
