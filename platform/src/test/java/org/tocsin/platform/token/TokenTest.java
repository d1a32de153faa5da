package org.tocsin.platform.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialService;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class TokenTest {

    private static final Instant NOW = java.time.Clock.systemUTC().instant();

    @Test
    void aTokenOpensWhatItsRolesAllow() {
        Response answer = get("/api/v1/trials/admin", TestTokens.token("admin", "reader"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("subject")).isEqualTo("test");
        assertThat(answer.jsonPath().<String>getList("roles")).containsExactlyInAnyOrder("admin", "reader");
    }

    @Test
    void anotherRoleIsForbidden() {
        assertRefused(get("/api/v1/trials/admin", TestTokens.token("reader")), 403);
    }

    @Test
    void anIssuedPartnerTokenCarriesItsOrganisation() {
        UUID organisation = UUID.randomUUID();
        String token = given().header("Authorization", TestTokens.bearer("admin"))
                .contentType("application/json")
                .body("\"" + organisation + "\"")
                .post("/api/v1/trials/tokens")
                .jsonPath()
                .getString("token");

        assertThat(get("/api/v1/trials/own", token).jsonPath().getString("org")).isEqualTo(organisation.toString());
        assertRefused(get("/api/v1/trials/admin", token), 403);
    }

    @Test
    void anOrganisationThatIsNoIdIsForbidden() throws Exception {
        assertRefused(
                get(
                        "/api/v1/trials/own",
                        claims("tocsin", 3600, "partner").claim("org", "x").sign(ourKey())),
                403);
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        assertRefused(
                get("/api/v1/trials/admin", claims("tocsin", -120, "admin").sign(ourKey())), 401);
    }

    @Test
    void anotherIssuersTokenIsRefused() throws Exception {
        assertRefused(
                get("/api/v1/trials/admin", claims("somebody", 3600, "admin").sign(ourKey())), 401);
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey other = generator.generateKeyPair().getPrivate();
        assertRefused(
                get("/api/v1/trials/admin", claims("tocsin", 3600, "admin").sign(other)), 401);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused(get("/api/v1/trials/admin", encoded("{\"alg\":\"none\"}") + "." + adminClaims() + "."), 401);
    }

    /** The old confusion: the public key, which everybody may know, taken as the secret of an HMAC. */
    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        String location = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class);
        byte[] publicKey = Files.readAllBytes(Path.of(URI.create(location)));
        String token = claims("tocsin", 3600, "admin").sign(new SecretKeySpec(publicKey, "HmacSHA256"));
        assertRefused(get("/api/v1/trials/admin", token), 401);
    }

    @Test
    void anAlteredTokenIsRefused() {
        String[] parts = TestTokens.token("reader").split("\\.");
        assertRefused(get("/api/v1/trials/admin", parts[0] + "." + adminClaims() + "." + parts[2]), 401);
    }

    @Test
    void rubbishIsRefused() {
        assertRefused(get("/api/v1/trials/admin", "rubbish"), 401);
        assertRefused(given().header("Authorization", "Basic YWRtaW46YWRtaW4=").get("/api/v1/trials/admin"), 401);
    }

    private static JwtClaimsBuilder claims(String issuer, long secondsLeft, String role) {
        return Jwt.issuer(issuer)
                .subject("test")
                .upn("test")
                .groups(Set.of(role))
                .issuedAt(NOW.minusSeconds(600))
                .expiresAt(NOW.plusSeconds(secondsLeft));
    }

    private static String adminClaims() {
        return encoded("{\"iss\":\"tocsin\",\"sub\":\"x\",\"upn\":\"x\",\"groups\":[\"admin\"],\"iat\":%d,\"exp\":%d}"
                .formatted(NOW.getEpochSecond(), NOW.plusSeconds(3600).getEpochSecond()));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey ourKey() throws Exception {
        String location = ConfigProvider.getConfig().getValue("smallrye.jwt.sign.key.location", String.class);
        String pem = Files.readString(Path.of(URI.create(location))).replaceAll("-----[A-Z ]+-----|\\s", "");
        return java.security.KeyFactory.getInstance("RSA")
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(
                        Base64.getDecoder().decode(pem)));
    }

    private static Response get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static void assertRefused(Response response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("WWW-Authenticate") != null).isEqualTo(status == 401);
    }
}
