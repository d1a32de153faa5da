package org.tocsin.notify.bounce;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads a real mailbox by both protocols. */
class MailboxReaderTest {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
    });
    private GreenMailUser user;

    @BeforeEach
    void fill() throws Exception {
        server.start();
        user = server.setUser("bounces@example.org", "bounces", "password");
        for (byte[] message : List.of(Reports.bounce(UUID.randomUUID(), "failed", "5.1.1"), Reports.letter())) {
            user.deliver(new MimeMessage((Session) null, new ByteArrayInputStream(message)));
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void reportsAreTakenAndRemovedAndLettersAreLeft(String protocol) throws Exception {
        List<byte[]> taken = new ArrayList<>();
        MailboxReader reader = new MailboxReader(config(protocol), message -> {
            taken.add(message);
            return new String(message, StandardCharsets.UTF_8).contains("delivery-status");
        });

        reader.read();
        assertThat(taken).hasSize(2);
        var left = server.getManagers().getImapHostManager().getInbox(user).getMessages();
        assertThat(left).hasSize(1);
        assertThat(left.get(0).getMimeMessage().getSubject()).isEqualTo("A question");
        if (protocol.equals("imap")) {
            assertThat(left.get(0).getFlags().contains(Flags.Flag.SEEN)).isTrue();
            reader.read();
            assertThat(taken).hasSize(2);
        }
    }

    private MailboxConfig config(String protocol) {
        int port = protocol.equals("imap")
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        return new MailboxConfig() {
            @Override
            public String protocol() {
                return protocol;
            }

            @Override
            public Optional<String> host() {
                return Optional.of("127.0.0.1");
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public Optional<String> username() {
                return Optional.of("bounces");
            }

            @Override
            public Optional<String> password() {
                return Optional.of("password");
            }

            @Override
            public String folder() {
                return "INBOX";
            }

            @Override
            public Duration interval() {
                return Duration.ofMinutes(1);
            }
        };
    }
}
