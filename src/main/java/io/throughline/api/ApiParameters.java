package io.throughline.api;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses a parameter that a call doesn't know: passed over, a misspelt filter would be answered with everybody's figures.
 */
@Configuration(proxyBeanMethods = false)
class ApiParameters implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call && isOurs(call.getBeanType())) {
            var known = known(call.getMethod());
            // Of the address alone: to ask the request for its parameters could read its body.
            UriComponentsBuilder.newInstance()
                    .query(request.getQueryString())
                    .build()
                    .getQueryParams()
                    .keySet()
                    .stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new ApiProblem(
                                ApiError.NO_SUCH_PARAMETER, "", ApiProblem.shortened(name), String.join(", ", known));
                    });
        }
        return true;
    }

    private static boolean isOurs(Class<?> door) {
        return door.getPackage().equals(ApiParameters.class.getPackage()) && !door.equals(NothingApi.class);
    }

    /** In alphabetical order. Those taken as a map are told of as the document of the door does. */
    private static Set<String> known(Method call) {
        var single = Arrays.stream(call.getParameters())
                .filter(one -> one.isAnnotationPresent(RequestParam.class)
                        && !MultiValueMap.class.isAssignableFrom(one.getType()))
                .map(one -> one.getName());
        var told = AnnotatedElementUtils.getMergedRepeatableAnnotations(call, Parameter.class).stream()
                .map(Parameter::name);
        return Stream.concat(single, told).collect(Collectors.toCollection(TreeSet::new));
    }
}
