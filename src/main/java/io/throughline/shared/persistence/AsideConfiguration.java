package io.throughline.shared.persistence;

import java.util.concurrent.Executor;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * What follows from an event, after its commit. A hundred thousand imported answers are as many events: a few of them are heard
 * at a time, so that what follows takes neither the connections nor the processors those need who wait for a page.
 */
@Configuration(proxyBeanMethods = false)
class AsideConfiguration {

    /** One that waits for a row keeps none of the others waiting. */
    private static final int AT_LEAST = 2;

    private static final int AT_MOST = 4;

    @Bean
    ThreadPoolTaskExecutor listenerExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, AT_LEAST, AT_MOST));
        executor.setThreadNamePrefix("aside-");
        executor.setDaemon(true);
        return executor;
    }

    @Bean
    AsyncConfigurer listening(@Qualifier("listenerExecutor") Executor listeners, DatabaseAbsence absence) {
        return new AsyncConfigurer() {
            @Override
            public Executor getAsyncExecutor() {
                return listeners;
            }

            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                return absence;
            }
        };
    }
}
