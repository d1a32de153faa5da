package org.tocsin.notify.subscription;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.secret.SealedSettings.ClientCertificate;
import org.tocsin.platform.egress.TlsIdentity;
import org.tocsin.platform.problem.ProblemException.FieldError;

import static java.util.Objects.requireNonNullElse;

/** Checks what clients write about webhooks. */
final class WebhookReader {

    private static final int URL_LENGTH = 2_000;
    private static final int MANY_HEADERS = 20;
    private static final int HEADER_LENGTH = 4_000;
    private static final int PEM_LENGTH = 32_000;

    /** What we set ourselves, and what HTTP does. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-type",
            "content-length",
            "transfer-encoding",
            "connection",
            "accept-encoding",
            "expect",
            "upgrade",
            "te",
            "trailer");

    private final List<FieldError> errors;

    /** @param errors where to add what is wrong */
    WebhookReader(List<FieldError> errors) {
        this.errors = errors;
    }

    @Nullable
    Channel channel(SubscriptionBody.ChannelBody body) {
        WebhookOptions.Format format = WebhookOptions.Format.JSON;
        if (body.format() != null) {
            Optional<WebhookOptions.Format> known = WebhookOptions.Format.of(body.format());
            if (known.isEmpty()) {
                wrong("/channel/format", "must be json, cloudevents, cloudevents-binary or cap");
            }
            format = known.orElse(format);
        }
        URI url = url(body.url());
        return url == null ? null : new Channel.Webhook(url, new WebhookOptions(format, signatures(body)));
    }

    private @Nullable URI url(@Nullable String url) {
        if (url == null || url.length() > URL_LENGTH) {
            return wrong("/channel/url", "must be an absolute http or https URL of at most 2,000 characters");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return wrong("/channel/url", "is not a URL");
        }
        if (!List.of("http", "https").contains(requireNonNullElse(uri.getScheme(), "")) || uri.getHost() == null) {
            return wrong("/channel/url", "must be an absolute http or https URL");
        }
        if (uri.getUserInfo() != null || uri.getFragment() != null) {
            return wrong("/channel/url", "must have neither user information nor a fragment");
        }
        return uri;
    }

    private List<WebhookOptions.Signature> signatures(SubscriptionBody.ChannelBody body) {
        List<WebhookOptions.Signature> signatures = new ArrayList<>();
        if (body.signatures() == null) {
            return WebhookOptions.DEFAULT.signatures();
        }
        for (int i = 0; i < body.signatures().size(); i++) {
            String word = requireNonNullElse(body.signatures().get(i), "");
            Optional<WebhookOptions.Signature> known = WebhookOptions.Signature.of(word);
            if (known.isEmpty()) {
                wrong("/channel/signatures/" + i, "must be v1 or v1a");
            }
            known.ifPresent(signatures::add);
        }
        if (signatures.isEmpty()) {
            wrong("/channel/signatures", "needs v1, v1a or both");
        }
        return signatures;
    }

    Proofs proofs(SubscriptionBody.ChannelBody body) {
        SubscriptionBody.CertificateBody certificate = body.clientCertificate();
        return new Proofs(headers(body.headers()), certificate(certificate), certificate != null);
    }

    private @Nullable Map<String, String> headers(@Nullable Map<String, @Nullable String> wanted) {
        if (wanted == null) {
            return null;
        }
        if (wanted.size() > MANY_HEADERS) {
            wrong("/channel/headers", "has at most " + MANY_HEADERS + " headers");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            String pointer = "/channel/headers/" + name.replace("~", "~0").replace("/", "~1");
            if (!lower.matches("[a-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
                wrong("/channel/headers", "has a name that HTTP does not allow");
            } else if (RESERVED.contains(lower) || lower.startsWith("webhook-") || lower.startsWith("ce-")) {
                wrong(pointer, "is set by Tocsin");
            } else if (value == null || value.length() > HEADER_LENGTH || !value.matches("[\\t\\x20-\\x7e]*")) {
                wrong(pointer, "must be printable ASCII of at most 4,000 characters");
            } else {
                headers.put(lower, value.strip());
            }
        });
        return headers;
    }

    private @Nullable ClientCertificate certificate(SubscriptionBody.@Nullable CertificateBody body) {
        if (body == null || body.certificate() == null && body.key() == null) {
            return null;
        }
        String certificate = requireNonNullElse(body.certificate(), "");
        String key = requireNonNullElse(body.key(), "");
        if (certificate.length() > PEM_LENGTH || key.length() > PEM_LENGTH) {
            return wrong("/channel/clientCertificate", "is longer than 32,000 characters");
        }
        try {
            new TlsIdentity(certificate, key).check();
        } catch (IllegalArgumentException e) {
            return wrong("/channel/clientCertificate", requireNonNullElse(e.getMessage(), "cannot be read"));
        }
        return new ClientCertificate(certificate, key);
    }

    private <T> @Nullable T wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }
}
