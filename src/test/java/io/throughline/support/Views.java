package io.throughline.support;

import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the views, package-private ones included. */
public final class Views {

    private Views() {}

    public static Set<Class<? extends Component>> all() {
        return find(new AnnotationTypeFilter(Route.class), Component.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Routes routes() {
        Set errors = find(new AssignableTypeFilter(HasErrorParameter.class), HasErrorParameter.class);
        return new Routes(new HashSet<>(all()), errors, true);
    }

    static Set<Class<? extends RouterLayout>> layouts() {
        return find(new AnnotationTypeFilter(Layout.class), RouterLayout.class);
    }

    private static <T> Set<Class<? extends T>> find(TypeFilter filter, Class<T> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        Set<Class<? extends T>> found = new LinkedHashSet<>();
        for (var candidate : scanner.findCandidateComponents("io.throughline")) {
            var name = candidate.getBeanClassName();
            found.add(ClassUtils.resolveClassName(name, Views.class.getClassLoader())
                    .asSubclass(type));
        }
        return found;
    }
}
