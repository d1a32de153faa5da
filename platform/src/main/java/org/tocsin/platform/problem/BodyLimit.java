package org.tocsin.platform.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds what is read into memory at once. Streams that are read item by item have the server's own, wider limit. */
@Provider
class BodyLimit implements ReaderInterceptor {

    /** Interceptors are made at build time, when there is no configuration yet. */
    private final Instance<Config> config;

    BodyLimit(Instance<Config> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            context.setInputStream(
                    new Bounded(context.getInputStream(), config.get().maxJsonBytes()));
        }
        return context.proceed();
    }

    /** Limits of requests. */
    @ConfigMapping(prefix = "tocsin.http")
    interface Config {

        /** Bytes of the largest JSON body. */
        @WithDefault("4194304")
        long maxJsonBytes();

        /** Bytes of the largest body of any kind, a stream of documents for instance. */
        @WithDefault("268435456")
        long maxBodyBytes();
    }

    private static final class Bounded extends FilterInputStream {

        private final long limit;
        private long read;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw ProblemException.tooLarge("The body has more than " + limit + " bytes.");
            }
        }
    }
}
