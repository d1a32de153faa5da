package org.tocsin.notify.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.settings.NotifySettings;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A key is replaced without losing a secret, and once all are sealed anew the old key is not needed any more. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class KeyRotationTest extends ServiceTest {

    private static final String NEW_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OLD_KEY =
            Base64.getEncoder().encodeToString("an older key of thirty-two bytes".getBytes(StandardCharsets.US_ASCII));

    @Inject
    Sql sql;

    private record Settings(@Nullable String current, List<String> previous) implements NotifySettings {

        @Override
        public String publicUrl() {
            return "http://localhost";
        }

        @Override
        public boolean doubleOptIn() {
            return true;
        }

        @Override
        public Optional<String> key() {
            return Optional.ofNullable(current);
        }

        @Override
        public Optional<List<String>> previousKeys() {
            return Optional.of(previous);
        }
    }

    private Vault vault(@Nullable String key, String... previous) {
        return new Vault(new InstallationKey(new Settings(key, List.of(previous)), sql));
    }

    @Test
    void everythingIsSealedAnewSoThatTheOldKeyCanBeForgotten() {
        UUID subscription = subscriptionWithSecrets();
        // Rolled back, because the service that runs here keeps its key.
        QuarkusTransaction.begin();
        try {
            List<byte[]> before = sealed(subscription);
            // Two signing keys and the headers.
            assertThat(before).hasSize(3);

            new KeyRotation(sql, vault(NEW_KEY)).run();

            List<byte[]> after = sealed(subscription);
            assertThat(after).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
            // Without the key in the database, which counts as a previous one.
            sql.update("delete from installation_key");
            Vault onlyNew = vault(NEW_KEY);
            Vault onlyOld = vault(OLD_KEY);
            assertThat(after).allSatisfy(bytes -> {
                assertThat(onlyNew.open(bytes, subscription)).isNotEmpty();
                assertThatIllegalStateException().isThrownBy(() -> onlyOld.open(bytes, subscription));
                assertThatIllegalStateException().isThrownBy(() -> onlyNew.open(bytes, UUID.randomUUID()));
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whatAPreviousKeySealedIsStillOpened() {
        UUID owner = UUID.randomUUID();
        byte[] secret = {1, 2, 3};
        byte[] sealed = vault(OLD_KEY).seal(secret, owner);
        Vault rotated = vault(NEW_KEY, OLD_KEY);

        assertThat(rotated.open(sealed, owner)).isEqualTo(secret);
        assertThat(rotated.outdated(sealed, owner)).isTrue();
        assertThat(rotated.outdated(rotated.seal(secret, owner), owner)).isFalse();
    }

    private UUID subscriptionWithSecrets() {
        return Api.id(Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "webhook", "url", receiver.url("/hook"), "headers", Map.of("X-Team", "desk")),
                "filter",
                onlyThisAlert())));
    }

    private List<byte[]> sealed(UUID subscription) {
        return sql.list(
                """
                select sealed from signing_secret where subscription_id = ?
                union all
                select sealed from sealed_setting where subscription_id = ?
                """,
                (Row row) -> row.bytes("sealed"),
                subscription,
                subscription);
    }
}
