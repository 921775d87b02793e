package io.throughline.audit;

import io.throughline.audit.chain.Verdict;
import io.throughline.shared.database.DatabaseStartException;
import io.throughline.shared.database.DatabaseTool;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code verify-audit}: compares the trail with its signed anchors, the portal running or stopped. Exit code 0 if nothing
 * sealed was touched, 1 if something was, 2 if it could not be checked.
 */
public final class VerifyAudit {

    private static final int INTACT = 0;
    private static final int TOUCHED = 1;
    private static final int UNCHECKED = 2;

    private VerifyAudit() {}

    /** @param settings of the application, such as {@code --throughline.database.folder=…} */
    public static int run(String[] settings, PrintStream out) {
        var application = new SpringApplicationBuilder(Tool.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=error", "throughline.database.attach=true");
        try (var context = application.run(settings)) {
            var database = context.getBean(DatabaseTool.class);
            var snapshot = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
            snapshot.setReadOnly(true);
            return tell(
                    TrailInspection.of(
                            JdbcClient.create(database.dataSource()), snapshot, context.getBean(AuditProperties.class)),
                    out);
        } catch (RuntimeException e) {
            out.println("The trail could not be checked: " + reason(e));
            return UNCHECKED;
        }
    }

    static int tell(Verdict verdict, PrintStream out) {
        for (var finding : verdict.findings()) {
            out.println(finding.kind()
                    + (finding.sequence() == 0 ? "" : " at " + finding.sequence())
                    + (finding.entry() == null ? "" : " entry " + finding.entry())
                    + ": " + finding.detail());
        }
        list(out, "not yet sealed", verdict.unsealed());
        if (verdict.notCopied() > 0) {
            out.println(verdict.notCopied() + " newest anchors are not yet in the anchor file");
        }
        out.println(
                verdict.intact()
                        ? verdict.sealed() + " sealed entries, none touched"
                        : verdict.sealed() + " sealed entries, "
                                + verdict.findings().size() + " findings");
        return verdict.intact() ? INTACT : TOUCHED;
    }

    private static void list(PrintStream out, String what, List<?> entries) {
        if (!entries.isEmpty()) {
            out.println(entries.size() + " " + what + ":");
            entries.forEach(entry -> out.println("  " + entry));
        }
    }

    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseStartException || cause.getCause() == null) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(e.getMessage());
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseTool.class)
    @EnableConfigurationProperties(AuditProperties.class)
    static class Tool {}
}
