package io.throughline.trace;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.backlog.BacklogFixtures;
import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.ExpressionId;
import io.throughline.backlog.Outcomes;
import io.throughline.backlog.Requirements;
import io.throughline.backlog.Triage;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedBox;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class MyNeedsViewTest extends ViewTest {

    @Autowired
    NeedBox box;

    @Autowired
    Outcomes outcomes;

    @Autowired
    BacklogFixtures given;

    @Autowired
    Triage triage;

    @Autowired
    Requirements requirements;

    @Autowired
    BacklogForPlanning planning;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void wordsTriagedByAProjectManagerComeBackToTheCustomer() {
        var customer = fixtures.customer();
        var words = Fixtures.unique("Tell me when it is fixed");
        var told = As.viewer(customer, () -> box.tell(Ids.next(), new OwnWords.Answer(words)));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("select count(*) from expression where expression_text_id = ?")
                                .param(told.value())
                                .query(Integer.class)
                                .single()
                        == 1);
        signIn(customer);
        UI.getCurrent().navigate("my-needs");
        assertThat(_find(Span.class, spec -> spec.withText(words))).hasSize(1);
        assertThat(_find(Span.class, spec -> spec.withText("Received"))).hasSize(1);

        // The longest waiting stand first, and other tests leave theirs: make this one the only page.
        jdbc.sql("update expression set told_at = '2000-01-01' where expression_text_id = ?")
                .param(told.value())
                .update();
        signIn(fixtures.projectManager());
        UI.getCurrent().navigate("backlog/triage");
        _get(TextField.class).setValue("Be told when a repair is closed");
        _click(_get(Button.class, spec -> spec.withText("Make a new need")));

        signIn(customer);
        UI.getCurrent().navigate("my-needs");
        assertThat(_find(Span.class, spec -> spec.withText("Joined with others")))
                .hasSize(1);
    }

    @Test
    void theProjectIsNamedInTheReadersLanguage() {
        var customer = fixtures.customer();
        var told = As.viewer(customer, () -> box.tell(Ids.next(), new OwnWords.Answer("Tell me when it is fixed")));
        await().atMost(Duration.ofSeconds(10)).until(() -> expression(told).isPresent());
        var pm = fixtures.projectManager();
        var requirement = given.requirement(pm, given.area(pm), "Closing a report notifies the reporter");
        As.viewer(pm, () -> {
            var need = triage.makeNeed(expression(told).orElseThrow(), 0, LocalizedText.en("Be told"));
            requirements.serve(requirement, need);
            var name = LocalizedText.en("Better streets").with(Locale.GERMAN, "Bessere Straßen");
            var start = LocalDate.of(2027, 1, 4);
            transaction.executeWithoutResult(_ -> planning.planned(requirement, name, start, start.plusMonths(2)));
        });

        assertThat(needsOf(customer)).contains("Better streets").doesNotContain("Bessere Straßen");
        var german = new Viewer(
                customer.id(),
                customer.name(),
                customer.roles(),
                customer.organisation(),
                Locale.GERMAN,
                customer.zone());
        assertThat(needsOf(german)).contains("Bessere Straßen").doesNotContain("Better streets");
    }

    private Optional<ExpressionId> expression(ExpressionTextId told) {
        return jdbc.sql("select id from expression where expression_text_id = ?")
                .param(told.value())
                .query((row, number) -> new ExpressionId(row.getObject("id", UUID.class)))
                .optional();
    }

    private String needsOf(Viewer customer) {
        signIn(customer);
        UI.getCurrent().navigate("my-needs");
        return _find(Span.class).stream().map(Span::getText).collect(Collectors.joining("\n"));
    }

    @Test
    void whoSaidMuchReadsThirtyAtATime() {
        var customer = fixtures.customer();
        for (int i = 0; i < 32; i++) {
            var words = "Need number " + i;
            As.viewer(customer, () -> box.tell(Ids.next(), new OwnWords.Answer(words)));
        }
        signIn(customer);
        UI.getCurrent().navigate("my-needs");
        assertThat(told()).isEqualTo(30);
        _click(_get(Button.class, spec -> spec.withText("Show more (2 left)")));
        assertThat(told()).isEqualTo(32);
    }

    private static long told() {
        return _find(Span.class).stream()
                .filter(span -> span.getText().startsWith("Need number"))
                .count();
    }
}
