package org.tocsin.platform.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EgressGuardTest {

    private final EgressGuard guard = new EgressGuard(List.of(), new SystemNameResolver());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://100.64.0.1/",
                "http://100.127.255.254/",
                "http://127.0.0.1/",
                "http://127.255.0.9/",
                "http://169.254.169.254/latest/meta-data",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.0.0.1/",
                "http://192.0.2.7/",
                "http://192.88.99.1/",
                "http://192.168.1.1/",
                "http://198.18.0.1/",
                "http://198.19.255.255/",
                "http://198.51.100.4/",
                "http://203.0.113.9/",
                "http://224.0.0.1/",
                "http://239.1.1.1/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://localhost/",
                "http://localhost./",
                "http://[::]/",
                "http://[::1]/",
                "http://[::127.0.0.1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::1]/",
                "http://[100::1]/",
                "http://[2001::1]/",
                "http://[2001:db8::1]/",
                "http://[2002:7f00:1::]/",
                "http://[3fff::1]/",
                "http://[5f00::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/"
            })
    void refusesAddressesThatAreNotPublic(String address) {
        assertThat(guard.check(URI.create(address)))
                .isEqualTo(new EgressGuard.Verdict.Refuse("The address leads to a network that is not public."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/", "https://9.255.255.255/", "http://100.63.255.255/", "http://100.128.0.1/",
                "http://172.15.0.1/", "http://172.32.0.1/", "http://192.167.1.1/", "http://223.255.255.254/",
                "http://11.0.0.1:8080/", "https://[2606:4700:4700::1111]/", "https://[2a00:1450::1]:8443/"
            })
    void dialsPublicAddresses(String address) {
        assertThat(guard.check(URI.create(address))).isInstanceOf(EgressGuard.Verdict.Dial.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://1.1.1.1/",
                "file:///etc/passwd",
                "gopher://1.1.1.1/",
                "//1.1.1.1/",
                "/relative",
                "http://user@1.1.1.1/",
                "http://user:word@1.1.1.1/",
                "http:///path",
                "http://[fe80::1%25lo]/",
                "http://127.1/",
                "http://2130706433/",
                "http://1.1.1.1:0/",
                "http://1.1.1.1:70000/",
                "http://1.1.1.1:22/",
                "http://1.1.1.1:25/"
            })
    void refusesOtherSchemesCredentialsAndPorts(String address) {
        assertThat(guard.check(URI.create(address))).isInstanceOf(EgressGuard.Verdict.Refuse.class);
    }

    @Test
    void refusesANameOfWhichOneAddressIsPrivate() throws UnknownHostException {
        List<InetAddress> mixed = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        EgressGuard mixedGuard = new EgressGuard(List.of(), host -> mixed);

        assertThat(mixedGuard.check(URI.create("https://feeds.example.org/")))
                .isInstanceOf(EgressGuard.Verdict.Refuse.class);
    }

    @Test
    void opensOnlyTheRangesThatTheAdministratorNamed() {
        EgressGuard opened = new EgressGuard(List.of(AddressRange.parse("127.0.0.0/8")), new SystemNameResolver());

        assertThat(opened.check(URI.create("http://127.0.0.1:25/"))).isInstanceOf(EgressGuard.Verdict.Dial.class);
        assertThat(opened.check(URI.create("http://10.0.0.1/"))).isInstanceOf(EgressGuard.Verdict.Refuse.class);
        assertThat(opened.check(URI.create("http://[::1]/"))).isInstanceOf(EgressGuard.Verdict.Refuse.class);
    }

    @Test
    void saysWhenANameHasNoAddress() {
        EgressGuard nowhere = new EgressGuard(List.of(), host -> {
            throw new UnknownHostException(host);
        });

        assertThat(nowhere.check(URI.create("https://nowhere.invalid/")))
                .isInstanceOf(EgressGuard.Verdict.NoSuchHost.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::1/129", "300.1.1.1/8"})
    void tellsTheAdministratorWhatIsNotARange(String range) {
        assertThatThrownBy(() -> AddressRange.parse(range)).isInstanceOf(IllegalArgumentException.class);
    }
}
