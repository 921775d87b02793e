package io.throughline.notice;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl where people reach the portal; its host stands in every Message-ID
 * @param mailFrom the sender of mails
 */
@ConfigurationProperties("throughline")
record NoticeSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("throughline@localhost") String mailFrom) {

    String host() {
        return baseUrl.getHost() == null ? "localhost" : baseUrl.getHost();
    }
}
