package io.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.IntegrationTest;
import io.throughline.support.Views;
import io.throughline.survey.CampaignId;
import io.throughline.survey.RespondentPrincipal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.access.expression.method.MethodSecurityExpressionHandler;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Service;

/** Every route and every public service method against the golden matrix; one without a row fails, as does a stale row. */
@IntegrationTest
class AuthorisationIT {

    private static final String ANONYMOUS = "anonymous";

    @Autowired
    ApplicationContext context;

    @Test
    void every_service_method_is_open_to_exactly_the_roles_of_its_row() throws IOException {
        var golden = golden("services", "method");
        var actual = new TreeMap<String, String>();
        var check = new PreAuthorizeAuthorizationManager();
        for (var service : services().entrySet()) {
            assertThat(AopUtils.isAopProxy(service.getValue()))
                    .as(service.getKey().getName())
                    .isTrue();
            for (var method : publicMethods(service.getKey())) {
                var cells = cells(authentication -> {
                    var invocation = new SimpleMethodInvocation(
                            service.getValue(), method, new Object[method.getParameterCount()]) {};
                    var decision = check.authorize(() -> authentication, invocation);
                    return decision != null && decision.isGranted();
                });
                actual.merge(
                        service.getKey().getSimpleName() + "." + method.getName(),
                        cells,
                        (one, other) -> one.equals(other) ? one : one + " / " + other);
            }
        }
        assertThat(actual).isEqualTo(cellsOf(golden));
    }

    @Test
    void every_ownership_rule_names_a_test_that_exists() throws IOException {
        var tests = new StringBuilder();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                tests.append(Files.readString(file));
            }
        }
        for (var row : golden("services", "method").values()) {
            var proof = row.get("ownership");
            if (!"-".equals(proof)) {
                assertThat(tests).as(row.get("method")).contains("void " + proof + "(");
            }
        }
    }

    @Test
    void every_route_is_open_to_exactly_the_roles_of_its_row() throws IOException {
        var checker = new AccessAnnotationChecker();
        var actual = new TreeMap<String, String>();
        for (var view : Views.all()) {
            var cells = cells(authentication -> checker.hasAccess(
                    view,
                    authentication instanceof AnonymousAuthenticationToken ? null : (Principal) authentication,
                    role -> AuthorityUtils.authorityListToSet(authentication.getAuthorities())
                            .contains("ROLE_" + role)));
            actual.put(view.getAnnotation(Route.class).value(), cells);
        }
        assertThat(actual).isEqualTo(cellsOf(golden("routes", "route")));
    }

    /** Whoever came by a personal link: what isn't on this list is closed to them, whoever else it is open to. */
    @Test
    void a_personal_link_opens_exactly_what_its_list_says() throws IOException {
        var respondent = new RespondentPrincipal(
                new Viewer(PersonId.next(), "Ann", Set.of(), OrganisationId.next(), Locale.ENGLISH, ZoneOffset.UTC),
                CampaignId.next(),
                Ids.next());
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(respondent, null, respondent.authorities());
        var check = new PreAuthorizeAuthorizationManager();
        check.setExpressionHandler(context.getBean(MethodSecurityExpressionHandler.class));
        var actual = new TreeSet<String>();
        for (var service : services().entrySet()) {
            for (var method : publicMethods(service.getKey())) {
                var invocation = new SimpleMethodInvocation(
                        service.getValue(), method, new Object[method.getParameterCount()]) {};
                var decision = check.authorize(() -> authentication, invocation);
                if (decision != null && decision.isGranted()) {
                    actual.add(service.getKey().getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(actual)
                .containsExactlyElementsOf(
                        new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/golden/personal-link.txt"))));
    }

    private Map<Class<?>, Object> services() {
        var services = new TreeMap<Class<?>, Object>((a, b) -> a.getName().compareTo(b.getName()));
        context.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith("io.throughline"))
                .forEach(bean -> services.put(AopUtils.getTargetClass(bean), bean));
        return services;
    }

    private static List<Method> publicMethods(Class<?> service) {
        return Arrays.stream(service.getDeclaredMethods())
                .filter(m ->
                        Modifier.isPublic(m.getModifiers()) && !m.isSynthetic() && !Modifier.isStatic(m.getModifiers()))
                .toList();
    }

    private static String cells(Predicate<Authentication> open) {
        var cells = new ArrayList<String>();
        for (var role : Role.values()) {
            var authentication = new TestingAuthenticationToken("somebody", null, "ROLE_" + role);
            cells.add(role + "=" + (open.test(authentication) ? "allow" : "deny"));
        }
        var nobody = new AnonymousAuthenticationToken(
                "key", ANONYMOUS, AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        cells.add(ANONYMOUS + "=" + (open.test(nobody) ? "allow" : "deny"));
        return String.join(" ", cells);
    }

    private static Map<String, String> cellsOf(Map<String, CSVRecord> golden) {
        var columns =
                new ArrayList<>(Arrays.stream(Role.values()).map(Role::name).toList());
        columns.add(ANONYMOUS);
        return golden.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> columns.stream()
                                .map(c -> c + "=" + e.getValue().get(c))
                                .collect(Collectors.joining(" ")),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, CSVRecord> golden(String what, String key) throws IOException {
        var rows = new TreeMap<String, CSVRecord>();
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        var twice = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:golden/*-" + what + ".csv")) {
            try (var parser =
                    format.parse(new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
                for (var row : parser) {
                    if (rows.put(row.get(key), row) != null) {
                        twice.add(row.get(key));
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        assertThat(twice).isEmpty();
        return rows;
    }
}
