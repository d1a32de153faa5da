/** Holds the Kubernetes manifests against the rules of a hardened installation and against the services' settings. */
@org.jspecify.annotations.NullMarked
package org.tocsin.deployment;
