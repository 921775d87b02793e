package io.throughline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.backlog.Backlog;
import io.throughline.backlog.RequirementRow;
import io.throughline.backlog.Requirements;
import io.throughline.people.SignIn;
import io.throughline.people.SignInResult;
import io.throughline.plan.Projects;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.Stamp;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is written in bulk is what the portal itself would have written. */
@IntegrationTest
class GeneratorIT {

    private static final int FEW = 120;
    private static final int MORE = 150;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Backlog backlogs;

    @Autowired
    private Requirements requirements;

    @Autowired
    private Answering answering;

    @Autowired
    private Projects projects;

    @Autowired
    private SignIn signIn;

    @Test
    void the_services_work_on_generated_data() throws Exception {
        try (var generator = new Generator(context)) {
            var survey = new GeneratedSurvey(generator);
            var backlog = new GeneratedBacklog(generator, survey);
            backlog.growTo(FEW);
            survey.answeredBy(12, backlog.needsFrom(0));
            backlog.growTo(MORE);
            generator.analyse();
            isRanked(generator, backlog);
            isOpened(generator, backlog);
            isAnswered(generator, survey);
            isPlanned(generator, backlog);
        }
    }

    private void isRanked(Generator generator, GeneratedBacklog backlog) {
        As.viewer(generator.projectManager(), () -> {
            assertThat(backlogs.count(backlog.area())).isEqualTo(MORE);
            var rows = backlogs.page(backlog.area(), 0, MORE);
            assertThat(rows).hasSize(MORE).extracting(RequirementRow::id).doesNotHaveDuplicates();
            var unpinned = rows.stream().filter(row -> !row.pinned()).toList();
            assertThat(unpinned)
                    .hasSizeLessThan(MORE)
                    .isSortedAccordingTo((one, other) -> other.score().compareTo(one.score()));
            assertThat(rows.stream()
                            .map(row -> requirements.detail(row.id()).place().computedRank())
                            .sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, MORE).boxed().toList());
        });
    }

    private void isOpened(Generator generator, GeneratedBacklog backlog) {
        As.viewer(generator.projectManager(), () -> {
            var detail = requirements.detail(backlog.example(0));
            assertThat(detail.needs()).hasSize(1);
            assertThat(detail.needs().getFirst().answersBehind()).isEqualTo(1);
            assertThat(detail.place().pinned()).isTrue();
            var changed = requirements.reword(
                    detail.id(),
                    detail.version(),
                    detail.content(),
                    detail.content().withMust(true));
            assertThat(changed).isGreaterThan(detail.version());
        });
    }

    private void isAnswered(Generator generator, GeneratedSurvey survey) throws Exception {
        var customer = generator.customer(Generator.CUSTOMER);
        assertThat(signIn.signIn(Generator.CUSTOMER, Generator.PASSWORD, null, "198.51.100.7"))
                .isInstanceOf(SignInResult.Accepted.class);
        As.viewer(customer, () -> {
            var response = answering.start(survey.campaign());
            for (var question : survey.asked()) {
                var stamp = new Stamp(UUID.randomUUID(), 1, 0);
                answering.save(response, question.id(), survey.answer(question), stamp);
            }
            assertThat(answering.gaps(response)).isEmpty();
            assertThat(answering.submit(response).revision()).isEqualTo(1);
        });
    }

    private void isPlanned(Generator generator, GeneratedBacklog backlog) {
        var plan = new GeneratedPlan(generator, backlog, 20);
        As.viewer(
                generator.manager(),
                () -> assertThat(projects.byKey(plan.key()).baselineNumber()).isEqualTo(1));
    }
}
