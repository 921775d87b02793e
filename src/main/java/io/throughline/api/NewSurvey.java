package io.throughline.api;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A survey as a program writes it: questions one after the other, all of them asked of everybody, or sections with all that
 * belongs to the places of their questions.
 *
 * @param schema taken so that what was read can be sent back
 * @param questions none where there are sections
 * @param sections as a survey shows them
 * @param paging QUESTION if it is left out
 * @param languages codes of those it is written in; the portal's if they are left out
 * @param confidentiality NAMED if it is left out
 * @param groupSize of an anonymous survey, 3–100; 5 if it is left out
 * @param counting of an anonymous survey: when its figures appear; IN_STEPS if it is left out
 */
record NewSurvey(
        @Nullable Integer schema,
        LocalizedText title,
        LocalizedText why,
        List<Question> questions,
        List<NewSection> sections,
        @Nullable Paging paging,
        List<String> languages,
        @Nullable Confidentiality confidentiality,
        @Nullable Integer groupSize,
        @Nullable Counting counting) {

    /** Before and behind the point of what an answer is compared with. */
    private static final int MOST_DIGITS = 30;

    /** @param id one of a survey that is there, so that what was read can be sent back; in a new survey all are made anew */
    record NewSection(
            @Nullable SectionId id,
            LocalizedText title,
            LocalizedText help,
            @Nullable Condition shownIf,
            List<NewEntry> entries) {}

    /**
     * @param code names the question in texts that quote its answer, 1–16 of a–z and 0–9; made where it is left out
     * @param shownIf always, if it is left out
     * @param shuffled whether its items stand in an order of each respondent's own
     */
    record NewEntry(
            @Nullable String code,
            @Nullable Question question,
            @Nullable Condition shownIf,
            boolean shuffled) {}

    /** For a survey that is there: its sections keep their ids. @throws ApiProblem MALFORMED with its place */
    SurveyContent changed() {
        return content(true);
    }

    /** @throws ApiProblem MALFORMED with its place */
    SurveyContent content() {
        return content(false);
    }

    private SurveyContent content(boolean kept) {
        if (!questions.isEmpty() && !sections.isEmpty()) {
            throw malformed("/sections", "questions or sections, not both");
        }
        var flat = new SurveyContent(
                title, why, questions.stream().map(NewSurvey::designed).toList());
        return new SurveyContent(
                SurveyContent.SCHEMA,
                title,
                why,
                sections.isEmpty() ? flat.sections() : divided(kept),
                paging == null ? Paging.QUESTION : paging,
                known(languages),
                confidentiality == null ? Confidentiality.NAMED : confidentiality,
                groupSize == null ? SurveyContent.USUAL_GROUP : groupSize,
                counting == null ? Counting.IN_STEPS : counting);
    }

    private List<Section> divided(boolean kept) {
        var codes = new HashSet<String>();
        var ids = new HashSet<SectionId>();
        var all = new ArrayList<Section>();
        for (int at = 0; at < sections.size(); at++) {
            var one = sections.get(at);
            var place = "/sections/" + at;
            var entries = new ArrayList<Entry>();
            for (int number = 0; number < one.entries().size(); number++) {
                entries.add(entry(one.entries().get(number), place + "/entries/" + number, codes));
            }
            var id = kept && one.id() != null ? one.id() : SectionId.next();
            if (!ids.add(id)) {
                throw malformed(place + "/id", "each section once");
            }
            all.add(new Section(id, one.title(), one.help(), condition(one.shownIf(), place + "/shownIf"), entries));
        }
        return all;
    }

    private static Entry entry(NewEntry one, String place, Set<String> codes) {
        var question = one.question();
        if (question == null) {
            throw malformed(place + "/question", "a question");
        }
        var code = one.code() == null ? fresh(codes) : one.code();
        if (!code.matches("[a-z0-9]{1,16}") || !codes.add(code)) {
            throw malformed(place + "/code", "1 to 16 of a–z and 0–9, each once");
        }
        return Entry.of(code, designed(question))
                .with(condition(one.shownIf(), place + "/shownIf"))
                .with(one.shuffled());
    }

    private static String fresh(Set<String> codes) {
        int number = codes.size() + 1;
        while (codes.contains("q" + number)) {
            number++;
        }
        return "q" + number;
    }

    @SuppressWarnings("NullAway") // a program may leave out anything
    private static Condition condition(@Nullable Condition given, String place) {
        if (given == null || given.comparisons().isEmpty()) {
            return Condition.ALWAYS;
        }
        for (int at = 0; at < given.comparisons().size(); at++) {
            var claim = given.comparisons().get(at).claim();
            boolean whole = claim != null
                    && switch (claim) {
                        case Claim.Answered _ -> true;
                        case Claim.Chosen one -> one.item() != null;
                        case Claim.Amount one -> one.order() != null && isWritable(one.amount()) && one.item() != null;
                        case Claim.Day one -> one.order() != null && one.day() != null;
                    };
            if (!whole) {
                throw malformed(place + "/comparisons/" + at, "a claim with all its parts");
            }
        }
        return new Condition(Objects.requireNonNullElse(given.match(), Condition.Match.ALL), given.comparisons());
    }

    /** "1e999999999" is short to send, and takes a gigabyte wherever the condition is written out. */
    private static boolean isWritable(@Nullable BigDecimal amount) {
        return amount != null
                && amount.scale() <= MOST_DIGITS
                && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    private static List<String> known(List<String> languages) {
        for (int at = 0; at < languages.size(); at++) {
            if (!languages.get(at).matches("[a-z]{2,3}")) {
                throw malformed("/languages/" + at, "a code such as en");
            }
        }
        return languages.stream().distinct().toList();
    }

    /** The sets of best–worst questions are made here as they are in the designer. */
    private static Question designed(Question question) {
        return question instanceof BestWorst own && own.sets().isEmpty() ? own.designed() : question;
    }

    private static ApiProblem malformed(String place, String needed) {
        return new ApiProblem(ApiError.MALFORMED, place, needed);
    }
}
