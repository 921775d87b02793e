package io.throughline.storm;

import io.throughline.shared.database.DatabaseTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is stored by a connection of its own, and compares. */
final class StormCheck {

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Path folder;
    private final List<Tab> tabs;
    private final List<String> faults = new ArrayList<>();
    private long lost;
    private long duplicated;

    StormCheck(Path folder, List<Tab> tabs) {
        this.folder = folder;
        this.tabs = tabs;
    }

    Storm.Outcome outcome(int kills, long acknowledged) throws InterruptedException {
        var tool = new SpringApplicationBuilder(DatabaseTool.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false);
        try (var context = tool.run(
                "--logging.level.root=error",
                "--throughline.database.attach=true",
                "--throughline.database.folder=" + folder)) {
            var jdbc = JdbcClient.create(context.getBean(DatabaseTool.class).dataSource());
            awaitEverybodyTold(jdbc);
            tabs.forEach(tab -> compare(jdbc, tab));
            responses(jdbc);
            needs(jdbc);
        }
        return new Storm.Outcome(kills, acknowledged, lost, duplicated, faults);
    }

    /** What was promised to other rooms after a commit is kept after a crash too. */
    private static void awaitEverybodyTold(JdbcClient jdbc) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (count(jdbc, "select count(*) from EVENT_PUBLICATION") > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void compare(JdbcClient jdbc, Tab tab) {
        tab.told().forEach((response, told) -> {
            lost(told.contradictions, "saves of " + response + " were taken back");
            duplicated(told.repetitions, "saves of " + response + " were made again");
            var answer = jdbc.sql("""
                            select a.revision, coalesce(json_value(a.content, '$.number'), t.words) value
                            from answer a join response r on r.id = a.response_id
                            left join expression_text t on t.id = a.expression_text_id
                            where a.response_id = ? and a.question_id = ? and r.person_id = ?""")
                    .params(response, tab.question(), tab.person())
                    .query((row, number) -> new int[] {row.getInt("revision"), row.getInt("value")})
                    .optional()
                    .orElse(new int[] {0, 0});
            lost(Math.max(0, told.revision - answer[0]), "saves of " + response + " are missing");
            duplicated(Math.max(0, answer[0] - told.revision), "saves of " + response + " are there twice");
            if (answer[0] == told.revision && answer[1] != told.saves) {
                lost(1, "of " + response + " " + answer[1] + " is stored instead of " + told.saves);
            }
            told.submitted.forEach((revision, value) -> {
                var stored = jdbc.sql("""
                                select coalesce(json_value(a.content, '$.number'), t.words) value from submitted_answer a
                                left join expression_text t on t.id = a.expression_text_id
                                where a.response_id = ? and a.revision = ? and a.question_id = ?""")
                        .params(response, revision, tab.question())
                        .query(Integer.class)
                        .list();
                if (!stored.equals(List.of(value))) {
                    lost(1, "revision " + revision + " of " + response + " has " + stored + ", submitted was " + value);
                }
            });
        });
    }

    /** Every submission in the trail once, every person with one response to a survey. */
    private void responses(JdbcClient jdbc) {
        Set<UUID> known = new HashSet<>();
        tabs.forEach(tab -> known.addAll(tab.told().keySet()));
        for (var response : known) {
            int submitted = jdbc.sql("select submitted_revision from response where id = ?")
                    .param(response)
                    .query(Integer.class)
                    .optional()
                    .orElse(0);
            int told = tabs.stream()
                    .filter(tab -> tab.told().containsKey(response))
                    .flatMap(tab -> tab.told().get(response).submitted.keySet().stream())
                    .max(Integer::compare)
                    .orElse(0);
            lost(Math.max(0, told - submitted), "submissions of " + response + " are missing");
            duplicated(Math.max(0, submitted - told), "submissions of " + response + " nobody made");
            int written = count(
                    jdbc,
                    "select count(*) from audit_entry where act = 'RESPONSE_SUBMITTED' and objects like '%" + response
                            + "%'");
            lost(Math.max(0, submitted - written), "submissions of " + response + " are not in the trail");
            duplicated(Math.max(0, written - submitted), "submissions of " + response + " are in the trail twice");
        }
        int stored = count(jdbc, "select count(*) from response");
        lost(Math.max(0, known.size() - stored), "responses are missing");
        duplicated(Math.max(0, stored - known.size()), "responses nobody knows of");
    }

    /** The own words of the revision that counts arrive where they are triaged: each once. */
    private void needs(JdbcClient jdbc) {
        lost(count(jdbc, """
                        select count(*) from submitted_answer a
                        join response r on r.id = a.response_id and r.submitted_revision = a.revision
                        where a.expression_text_id is not null and not exists (
                            select 1 from expression e where e.expression_text_id = a.expression_text_id)"""), "own words never reached the backlog");
        duplicated(
                count(jdbc, "select count(*) - count(distinct expression_text_id) from expression"),
                "own words reached the backlog twice");
    }

    private void lost(long count, String what) {
        lost += count;
        note(count, what);
    }

    private void duplicated(long count, String what) {
        duplicated += count;
        note(count, what);
    }

    private void note(long count, String what) {
        if (count != 0) {
            faults.add(count + " " + what);
        }
    }

    private static int count(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
