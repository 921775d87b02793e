package io.throughline.survey.ui.answer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey of a test's own questions, answered by the demo's customer in a real browser. */
public abstract class QuestionsInBrowser extends Browser {

    @Autowired
    public SurveyFixtures surveys;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Answering answering;

    @Autowired
    public JdbcClient jdbc;

    private Viewer customer;
    private CampaignId survey;

    /** Publishes a survey of these questions to the demo's customer, who starts answering. */
    protected void publish(Question... questions) {
        publish(new SurveyContent(
                SurveyFixtures.text("Street works: what matters to you"),
                SurveyFixtures.text("To decide what comes first."),
                List.of(questions)));
    }

    protected void publish(SurveyContent content) {
        customer = jdbc.sql("""
                        select p.id, p.organisation_id from person p join account a on a.id = p.id
                        where a.email = 'customer@demo.example'""")
                .query((row, number) -> new Viewer(
                        new PersonId(row.getObject("id", UUID.class)),
                        "customer",
                        Set.of(Role.CUSTOMER),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        Locale.ENGLISH,
                        ZoneOffset.UTC))
                .single();
        survey = surveys.published(
                fixtures.projectManager(), content, Instant.now().minusSeconds(60), Set.of(customer.organisation()));
        As.viewer(customer, () -> answering.start(survey));
    }

    protected void open(Page page, int step, String field) {
        open(page, step, field, " .answer-bar");
    }

    /** @param part of the field that is there once it is drawn */
    protected void open(Page page, int step, String field, String part) {
        go(page, "answer/" + survey.value() + "/" + step);
        page.locator(field + part).waitFor();
    }

    protected static void focus(Page page, String selector) {
        page.locator(selector).first().focus();
    }

    protected static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    protected void look(Page page, String name) {
        screenshot(page, name);
        assertAccessible(page);
        assertNoSidewaysScrolling(page);
        if (page.viewportSize().width < 500) {
            page.setViewportSize(320, 640);
            assertNoSidewaysScrolling(page);
            page.setViewportSize(390, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertAccessible(page);
            screenshot(page, name.replace("-dark", "-light"));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        }
    }

    protected Answer answer(Question question) {
        return sheet().answers().get(question.id()).answer();
    }

    protected AnswerSheet sheet() {
        return As.viewer(customer, () -> answering.sheet(answering.find(survey).orElseThrow()));
    }

    protected static List<Item> items(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(at -> new Item("i" + at, SurveyFixtures.text(texts[at])))
                .toList();
    }
}
