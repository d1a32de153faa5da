/** What an installation consists of on disk and in the environment: programs, data folder, keys, ports. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone.installation;
