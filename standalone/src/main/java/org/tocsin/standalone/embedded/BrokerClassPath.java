package org.tocsin.standalone.embedded;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.process.StartException;

/**
 * The jars that the broker needs, found by one class of each. The classpath of this JVM would not do: inside a test it
 * holds the service under test and its logging too.
 */
final class BrokerClassPath {

    private static final List<String> REQUIRED = List.of(
            "kafka/Kafka",
            "org/apache/kafka/clients/admin/Admin",
            "org/apache/kafka/server/common/MetadataVersion",
            "org/apache/kafka/security/authorizer/AclEntry",
            "org/apache/kafka/coordinator/group/api/assignor/ConsumerGroupPartitionAssignor",
            "org/apache/kafka/coordinator/group/GroupCoordinatorService",
            "org/apache/kafka/coordinator/common/runtime/CoordinatorRuntime",
            "org/apache/kafka/coordinator/share/ShareCoordinatorService",
            "org/apache/kafka/coordinator/transaction/TransactionLogConfig",
            "org/apache/kafka/metadata/storage/Formatter",
            "org/apache/kafka/raft/RaftClient",
            "org/apache/kafka/storage/internals/log/UnifiedLog",
            "org/apache/kafka/server/log/remote/storage/RemoteStorageManager",
            "org/apache/kafka/tools/api/RecordReader",
            "scala/Option",
            "scala/reflect/api/Universe",
            "com/typesafe/scalalogging/Logger",
            "org/slf4j/Logger",
            "org/apache/logging/log4j/Logger",
            "org/apache/logging/log4j/core/Logger",
            "org/pcollections/PMap",
            "org/HdrHistogram/Histogram",
            "com/dynatrace/hash4j/hashing/Hashing",
            "com/github/benmanes/caffeine/cache/Cache",
            "com/yammer/metrics/core/MetricsRegistry",
            "com/google/re2j/Pattern",
            "joptsimple/OptionParser",
            "net/sourceforge/argparse4j/ArgumentParsers",
            "org/apache/commons/validator/routines/InetAddressValidator",
            "com/fasterxml/jackson/databind/ObjectMapper",
            "com/fasterxml/jackson/core/JsonFactory",
            "com/fasterxml/jackson/annotation/JsonProperty",
            "com/fasterxml/jackson/datatype/jdk8/Jdk8Module",
            "com/fasterxml/jackson/dataformat/csv/CsvMapper",
            "net/jpountz/lz4/LZ4Factory",
            "org/xerial/snappy/Snappy",
            "com/github/luben/zstd/Zstd");

    /** Lets the broker write its log; left out of the tests of the services, which bring a logger of their own. */
    private static final String LOGGING = "org/apache/logging/slf4j/SLF4JServiceProvider";

    private BrokerClassPath() {}

    static String find() {
        Set<String> jars = new LinkedHashSet<>();
        for (String name : REQUIRED) {
            URL resource = locate(name);
            if (resource == null) {
                throw new StartException("Kafka is incomplete: " + name + " is not on the classpath.");
            }
            jars.add(jarOf(resource));
        }
        URL logging = locate(LOGGING);
        if (logging != null) {
            jars.add(jarOf(logging));
        }
        return String.join(File.pathSeparator, jars);
    }

    private static @Nullable URL locate(String name) {
        return BrokerClassPath.class.getClassLoader().getResource(name + ".class");
    }

    private static String jarOf(URL resource) {
        String address = resource.toString();
        String file = address.substring("jar:".length(), address.indexOf("!/"));
        return Path.of(URI.create(file)).toString();
    }
}
