package io.throughline.shell;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The management port is a server of its own, which knows nothing of the portal's filters: the same headers there. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class SecurityManagementPort {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOfManagement(SecuritySettings settings) {
        return server -> SecurityRefusals.on(server, settings.https());
    }
}
