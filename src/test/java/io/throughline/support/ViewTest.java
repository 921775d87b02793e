package io.throughline.support;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.LongWork;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A test of a view without a browser: sign in, {@code UI.getCurrent().navigate(…)}, use, check what was stored. */
@IntegrationTest
public abstract class ViewTest {

    private static final Routes ROUTES = Views.routes();

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected Fixtures fixtures;

    /** Opens a UI as this person, in their language. */
    protected void signIn(Viewer viewer) {
        var authentication = As.authentication(viewer);
        var security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(authentication);
        SecurityContextHolder.setContext(security);
        MockVaadin.INSTANCE.setMockRequestFactory(session -> {
            var request = new FakeRequest(session);
            request.setUserPrincipalInt((java.security.Principal) authentication);
            request.setUserInRole((principal, role) ->
                    authentication.getAuthorities().stream().anyMatch(a -> ("ROLE_" + role).equals(a.getAuthority())));
            return request;
        });
        Locale.setDefault(Locale.ENGLISH);
        MockVaadin.setup(UI::new, new Servlet(context));
        UI.getCurrent().setLocale(viewer.locale());
    }

    /** What was sent to the browser's own components to draw and is not yet on its way: tables and charts keep nothing. */
    protected static String drawn() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .flatMap(pending -> pending.getInvocation().getParameters().stream())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    /** Waits for what goes on beside the session until it is over and shown. */
    protected static void settle() {
        await().pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip(true);
            return _find(LongWork.class).isEmpty();
        });
    }

    @AfterEach
    void signOut() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Knows the layouts before the first navigation, as the real one does. */
    private static final class Servlet extends MockSpringServlet {

        Servlet(ApplicationContext context) {
            super(ROUTES, context, UI::new);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = super.createServletService(configuration);
            Views.layouts().forEach(ApplicationRouteRegistry.getInstance(service.getContext())::setLayout);
            return service;
        }
    }
}
