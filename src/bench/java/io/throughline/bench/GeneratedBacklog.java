package io.throughline.bench;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.Areas;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.rank.Places;
import io.throughline.backlog.rank.RankTree;
import io.throughline.support.As;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One area with as many requirements as wanted, each with a need, evidence of a survey, a score and a rank. */
final class GeneratedBacklog {

    private static final int PINNED = 10;

    private final Generator generator;
    private final GeneratedSurvey survey;
    private final AreaId area;
    private final UUID author;
    private final List<UUID> requirements = new ArrayList<>();
    private final List<UUID> needs = new ArrayList<>();
    private final int keysFrom;

    GeneratedBacklog(Generator generator, GeneratedSurvey survey) throws SQLException {
        this.generator = generator;
        this.survey = survey;
        this.author = generator.projectManager().id().value();
        this.keysFrom = generator.bulk().number("select greatest(nextval(seq_req), nextval(seq_need))");
        var areas = generator.context().getBean(Areas.class);
        this.area = As.viewer(generator.projectManager(), () -> areas.create("Services of the generated city"));
    }

    AreaId area() {
        return area;
    }

    /** One of the first, whatever the size. */
    RequirementId example(int number) {
        return new RequirementId(requirements.get(number));
    }

    /** Every fifth need behind the requirements from this one on. */
    List<UUID> needsFrom(int number) {
        return IntStream.iterate(number, i -> i < needs.size(), i -> i + 5)
                .mapToObj(needs::get)
                .toList();
    }

    /** Grows to so many requirements. */
    void growTo(int size) throws SQLException {
        boolean first = requirements.isEmpty();
        var rows = new GeneratedRequirements(generator, area, survey);
        for (int i = requirements.size(); i < size; i++) {
            var id = generator.bulk().id();
            var need = generator.bulk().id();
            requirements.add(id);
            needs.add(need);
            rows.add(id, need, keysFrom + i + 1);
        }
        rows.write();
        if (first) {
            pinSome(rows.computedKeys());
        }
        rank();
        generator.bulk().execute("select setval(seq_req, " + (keysFrom + size) + ")");
        generator.bulk().execute("select setval(seq_need, " + (keysFrom + size) + ")");
    }

    /** Some are moved by hand, each between two others: right below every fiftieth by score. */
    private void pinSome(List<String> keys) throws SQLException {
        for (int i = 0; i < PINNED && (i + 1) * 50 + 1 < keys.size(); i++) {
            var place = Places.between(keys.get((i + 1) * 50), keys.get((i + 1) * 50 + 1))
                    .orElseThrow();
            generator.bulk().execute("""
                    update standing set pinned = 1, place = ?, pin_reason = 'promised', pinned_by = ?, pinned_at = ?
                    where requirement_id = ?
                    """, place, author, Generator.LONG_AGO, requirements.get(i));
        }
    }

    /** Rows written past the application are counted anew. */
    private void rank() throws SQLException {
        generator.bulk().execute("""
                insert into standing_tally (area_id, state, size)
                select area_id, state, count(*) from standing where area_id = ? group by state
                on duplicate key update size = value(size)
                """, area.value());
        var ranks = generator.context().getBean(RankTree.class);
        new TransactionTemplate(generator.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    for (var ordering : Ordering.values()) {
                        ranks.rebuild(area.value(), ordering);
                    }
                });
    }
}
