package io.throughline.shared;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts now: the one way services and views learn it. */
@Component
public class CurrentViewer {

    /** @throws AccessDeniedException if nobody is signed in */
    public Viewer get() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    public Optional<Viewer> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ViewerHolder holder
                ? Optional.of(holder.viewer())
                : Optional.empty();
    }
}
