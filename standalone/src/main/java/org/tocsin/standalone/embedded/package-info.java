/** PostgreSQL and Kafka from Maven artifacts, each a real child process that can be killed and started again. */
@org.jspecify.annotations.NullMarked
package org.tocsin.standalone.embedded;
