package io.throughline.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where an attempt to sign in comes from. */
record SecurityAttempt(String address, @Nullable String device) {

    static SecurityAttempt of(HttpServletRequest request, String deviceCookie) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        var device = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(deviceCookie))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
        return new SecurityAttempt(request.getRemoteAddr(), device);
    }
}
