package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityPagePolicyTest {

    private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-([^']{20,})' 'unsafe-eval';");

    @Test
    void every_script_of_the_page_runs_by_the_nonce_of_its_own_response() {
        var first = page();
        var second = page();

        var one = NONCE.matcher(policy(first));
        var two = NONCE.matcher(policy(second));
        assertThat(one.find()).isTrue();
        assertThat(two.find()).isTrue();
        assertThat(one.group(1)).isNotEqualTo(two.group(1));
        assertThat(first.document().select("script"))
                .hasSize(2)
                .allSatisfy(script -> assertThat(script.attr("nonce")).isEqualTo(one.group(1)));
        assertThat(policy(first)).contains("object-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    }

    private static String policy(Page page) {
        return page.response().getHeader("Content-Security-Policy");
    }

    private static Page page() {
        var response = new MockHttpServletResponse();
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        var document =
                Jsoup.parse("<html><head><script>a()</script></head><body><script src=b.js></script></body></html>");
        SecurityPagePolicy.protect(new IndexHtmlResponse(
                mock(VaadinRequest.class),
                new VaadinServletResponse(response, mock(VaadinServletService.class)),
                document));
        return new Page(document, response);
    }

    private record Page(Document document, MockHttpServletResponse response) {}
}
