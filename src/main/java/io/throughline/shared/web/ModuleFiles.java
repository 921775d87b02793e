package io.throughline.shared.web;

import io.throughline.shared.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Never lets an old module meet a new server. Modules import each other by plain names, so that no version can stand in
 * their addresses: browsers ask again at each use, and are told "not modified" by content, never by date. Style sheets
 * are left to Vaadin, which puts a hash into their addresses.
 */
@Configuration(proxyBeanMethods = false)
class ModuleFiles implements WebMvcConfigurer {

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Before the portal's pages, which answer every address.
        registry.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registry.addResourceHandler("/frontend/*.js", "/frontend/*.svg")
                .addResourceLocations("classpath:/META-INF/resources/frontend/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::tag);
    }

    /** Weak, since a strong one would keep the answer from being compressed. */
    private String tag(Resource file) {
        return tags.computeIfAbsent(String.valueOf(file.getFilename()), name -> {
            try {
                return "W/\"" + Hashes.sha256(file.getContentAsByteArray()).substring(0, 24) + "\"";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
