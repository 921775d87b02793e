package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;

/** Before the server's own valve, as in production: all of these addresses look like a proxy's to it. */
class SecurityProxiesTest {

    private static final String PROXY = "172.18.0.1";
    private static final String CLIENT = "10.1.2.3";
    private static final String BALANCER = "192.168.0.9";

    @Test
    void a_client_of_the_intranet_can_t_say_it_is_another() throws Exception {
        assertThat(taken(1, "203.0.113.7, " + CLIENT)).isEqualTo(CLIENT);
        assertThat(taken(1, "203.0.113.7", "10.9.9.9, " + CLIENT)).isEqualTo(CLIENT);
        assertThat(taken(1, ",, ,203.0.113.7," + CLIENT)).isEqualTo(CLIENT);
    }

    @Test
    void what_the_proxy_alone_says_is_taken() throws Exception {
        assertThat(taken(1, CLIENT)).isEqualTo(CLIENT);
        assertThat(taken(1, "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(taken(1)).isEqualTo(PROXY);
    }

    @Test
    void each_of_several_proxies_in_a_row_is_believed() throws Exception {
        assertThat(taken(2, "203.0.113.7, " + CLIENT + ", " + BALANCER)).isEqualTo(CLIENT);
        assertThat(taken(2, CLIENT + ", " + BALANCER)).isEqualTo(CLIENT);
    }

    @Test
    void fewer_than_one_is_refused_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecuritySettings(
                        URI.create("http://localhost"),
                        new SecuritySettings.Session(Duration.ofHours(1), Duration.ofHours(12)),
                        new SecuritySettings.Api(600),
                        0))
                .withMessageContaining("throughline.proxies");
    }

    /** Which address the portal sees. */
    private static String taken(int proxies, String... forwarded) throws Exception {
        var plain = new org.apache.coyote.Request();
        for (var line : forwarded) {
            plain.getMimeHeaders().addValue(SecurityProxies.FORWARDED_FOR).setString(line);
        }
        var request = new Request(new Connector(), plain);
        request.setRemoteAddr(PROXY);
        var seen = new ArrayList<String>();
        var ours = new SecurityProxies(proxies);
        var server = new RemoteIpValve();
        ours.setNext(server);
        server.setNext(new ValveBase(true) {
            @Override
            public void invoke(Request one, Response answer) {
                seen.add(one.getRemoteAddr());
            }
        });
        ours.invoke(request, new Response(new org.apache.coyote.Response()));
        return List.copyOf(seen).getFirst();
    }
}
