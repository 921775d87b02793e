package io.throughline.bench;

import io.throughline.bench.Generator.Respondent;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Rows of complete, submitted responses to one survey, collected and then written at once. */
final class GeneratedResponses {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Bulk bulk;
    private final GeneratedSurvey survey;
    private final UUID campaign;
    private final UUID version;
    private final List<Object[]> responses = new ArrayList<>();
    private final List<Object[]> texts = new ArrayList<>();
    private final List<Object[]> answers = new ArrayList<>();
    private final List<Object[]> submitted = new ArrayList<>();
    private final List<Object[]> expressions = new ArrayList<>();

    GeneratedResponses(Generator generator, GeneratedSurvey survey) {
        this.bulk = generator.bulk();
        this.survey = survey;
        this.campaign = survey.campaign().value();
        this.version = survey.version().value();
    }

    /** @param needs the next of them gets the person's own words, as long as there are some */
    void add(Respondent person, Iterator<UUID> needs) {
        var id = bulk.id();
        var at = Generator.LONG_AGO;
        var edits = survey.asked().size();
        responses.add(new Object[] {
            id, 1, campaign, person.person(), person.organisation(), person.segment(), person.weight(), at, at, 1, edits
        });
        for (var question : survey.asked()) {
            add(id, person, question, needs);
        }
    }

    private void add(UUID response, Respondent person, Question question, Iterator<UUID> needs) {
        var answer = survey.answer(question);
        UUID text = null;
        String json = null;
        if (answer instanceof OwnWords.Answer own) {
            text = say(response, person, question, own, needs);
        } else {
            json = JSON.writerFor(Answer.class).writeValueAsString(answer);
        }
        var asked = question.id().value();
        var tab = bulk.id();
        var tabs = "{\"" + tab + "\":1}";
        answers.add(new Object[] {response, asked, 1, json, text, 0, tab, tabs, Generator.LONG_AGO});
        submitted.add(new Object[] {response, 1, asked, json, text});
    }

    private UUID say(UUID response, Respondent person, Question question, OwnWords.Answer own, Iterator<UUID> needs) {
        var text = bulk.id();
        var at = Generator.LONG_AGO;
        var asked = question.id().value();
        var joined = needs.hasNext() ? needs.next() : null;
        var state = joined == null ? "WAITING" : "JOINED";
        var who = person.person();
        texts.add(new Object[] {text, who, person.organisation(), "SURVEY", response, asked, "en", own.words(), at});
        expressions.add(new Object[] {bulk.id(), 1, bulk.id(), text, response, version, who, at, state, joined});
        return text;
    }

    void write() throws SQLException {
        bulk.insert(
                "response",
                "id, version, campaign_id, person_id, organisation_id, segment, weight, started_at, submitted_at,"
                        + " submitted_revision, submitted_edits",
                responses);
        bulk.insert(
                "expression_text",
                "id, person_id, organisation_id, source, response_id, question_id, language, words, told_at",
                texts);
        bulk.insert(
                "answer",
                "response_id, question_id, revision, content, expression_text_id, text_base, tab, tabs, saved_at",
                answers);
        bulk.insert("submitted_answer", "response_id, revision, question_id, content, expression_text_id", submitted);
        bulk.insert(
                "expression",
                "id, version, event_id, expression_text_id, response_id, survey_version_id, person_id, told_at, state,"
                        + " need_id",
                expressions);
    }
}
