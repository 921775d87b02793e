package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Leftover.What;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is set for a whole survey of LimeSurvey and has no equal here. */
record LimeSettings(LimeTables tables, Map<String, String> survey, LimeTexts texts, Sketch sketch) {

    /** Those that are read, whose loss is told by what they belong to, or that say nothing of the survey itself. */
    private static final Set<String> READ = Set.of(
            "answers",
            "answer_l10ns",
            "assessments",
            "conditions",
            "defaultvalues",
            "defaultvalue_l10ns",
            "groups",
            "group_l10ns",
            "questions",
            "subquestions",
            "question_l10ns",
            "question_attributes",
            "quota",
            "quota_members",
            "quota_languagesettings",
            "surveys",
            "surveys_groups",
            "surveys_languagesettings");

    /** What may be switched on, beside what is shown. */
    private static final List<String> SWITCHES = List.of(
            "savetimings",
            "alloweditaftercompletion",
            "tokenanswerspersistence",
            "allowregister",
            "usecookie",
            "printanswers",
            "publicstatistics",
            "publicgraphs",
            "ipaddr",
            "refurl");

    /** What says something unless it is left to whatever is set elsewhere. */
    private static final List<String> SAID = List.of(
            "startdate", "expires", "template", "emailnotificationto", "emailresponseto", "googleanalyticsapikey");

    /** What is shown before and after the questions. */
    private static final List<String> TEXTS =
            List.of("surveyls_endtext", "surveyls_legal_notice", "surveyls_policy_notice", "surveyls_url");

    private static final List<String> MAILS = List.of(
            "surveyls_email_invite",
            "surveyls_email_remind",
            "surveyls_email_register",
            "surveyls_email_confirm",
            "email_admin_notification",
            "email_admin_responses");

    void left() {
        // The oldest files call it private.
        switch (survey.getOrDefault("anonymized", survey.getOrDefault("private", "N"))) {
            case "Y" -> sketch.left("", What.ANONYMOUS, "");
            // What is set for its group of surveys doesn't stand in the file.
            case "I" -> sketch.left("", What.SETTING, "anonymized: inherited");
            default -> {}
        }
        SAID.stream().filter(this::isSaid).forEach(this::left);
        SWITCHES.stream().filter(column -> is(column, "Y")).forEach(this::left);
        // Here one goes back at any time, and at once.
        if (is("allowprev", "N")) {
            left("allowprev");
        }
        if (Sketch.number(survey.get("navigationdelay"))
                .filter(delay -> delay.signum() > 0)
                .isPresent()) {
            left("navigationdelay");
        }
        // All on one page: here a page is a section, or a question.
        if (is("format", "A")) {
            left("format");
        }
        new LimeCounts(tables, texts, sketch).left();
        tables.names().stream()
                .filter(table -> !READ.contains(table))
                .forEach(table -> sketch.left("", What.SETTING, table));
        TEXTS.stream().filter(this::isWritten).forEach(column -> sketch.left("", What.SETTING, column));
        var mails = MAILS.stream()
                .filter(column -> isWritten(column) || isWritten(column + "_subj"))
                .collect(Collectors.joining(", "));
        if (!mails.isEmpty()) {
            sketch.left("", What.MAIL, mails);
        }
    }

    private boolean is(String column, String value) {
        return survey.getOrDefault(column, "").equals(value);
    }

    private boolean isSaid(String column) {
        var value = survey.getOrDefault(column, "").strip();
        return !value.isEmpty() && !value.equalsIgnoreCase("inherit") && !value.equals("9999useGlobal");
    }

    private boolean isWritten(String column) {
        return !texts.ofSurvey(column).values().stream().allMatch(String::isBlank);
    }

    private void left(String column) {
        sketch.left("", What.SETTING, column + ": " + survey.getOrDefault(column, ""));
    }
}
