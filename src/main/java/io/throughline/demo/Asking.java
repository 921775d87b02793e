package io.throughline.demo;

import io.throughline.demo.Cast.Players;
import io.throughline.people.OrganisationInfo;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Answering;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.NeedBox;
import io.throughline.survey.QuestionId;
import io.throughline.survey.RespondentLinks;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseImport;
import io.throughline.survey.Round;
import io.throughline.survey.Stamp;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two surveys: the city's, answered by 1,033 residents, and one that is open and asks more about streets. */
@Component
class Asking {

    private static final Map<String, String> GERMAN = Map.of(
            "closure", "Eine Reparatur von der Meldung bis zum Abschluss verfolgen",
            "photo", "Mit Foto melden",
            "map", "Eine Karte der geplanten Arbeiten",
            "answer", "Antwort innerhalb eines Tages");
    private static final List<String> OWN_WORDS = List.of(
            "I report the same hole three times because nobody believes how deep it is.",
            "Tell me when it is fixed, not only that you got my message.",
            "I would like to see which streets are next, so that I can plan my deliveries.",
            "After the snow I never know whether our street will be cleared today or next week.",
            "When I call, they ask for the street number. There is no house where the hole is.");

    private final Surveys surveys;
    private final Campaigns campaigns;
    private final ResponseImport imports;
    private final RespondentLinks links;
    private final Answering answering;
    private final NeedBox needs;
    private final Clock clock;

    Asking(
            Surveys surveys,
            Campaigns campaigns,
            ResponseImport imports,
            RespondentLinks links,
            Answering answering,
            NeedBox needs,
            Clock clock) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.imports = imports;
        this.links = links;
        this.answering = answering;
        this.needs = needs;
        this.clock = clock;
    }

    /** A published survey and the question whose items can become requirements. */
    record Asked(SurveyVersionId version, QuestionId question) {}

    /** The city's survey of 2022, imported and closed; each district's customer is linked to one of its residents. */
    Asked city(Players players) {
        var question = new QuestionId(Ids.next());
        var content = new SurveyContent(
                text(
                        "Kansas City resident survey 2022: city services",
                        "Bürgerumfrage Kansas City 2022: städtische Dienste"),
                text(
                        "Which services should get the most emphasis? Source: City of Kansas City, Missouri, resident"
                                + " survey, fiscal year 2022, first quarter (open data).",
                        "Welche Dienste sollen den größten Nachdruck bekommen? Quelle: City of Kansas City, Missouri,"
                                + " Bürgerumfrage, Haushaltsjahr 2022, erstes Quartal (offene Daten)."),
                List.of(new ImportanceSatisfaction(
                        question,
                        text(
                                "Which three services should get the most emphasis, and how satisfied are you with each?",
                                "Welche drei Dienste sollen den größten Nachdruck bekommen, und wie zufrieden sind Sie?"),
                        text("Name up to three.", "Nennen Sie bis zu drei."),
                        true,
                        3,
                        cityServices())));
        var campaign = Acting.as(players.projectManager(), () -> {
            var published = publish(content, players.districts(), Duration.ofDays(1), null);
            var key = surveys.detail(published).key();
            var report = imports.importResponses(
                    key, Resource.text("kcmo-2022-map.json"), Resource.text("kcmo-2022-wave1.csv"), false);
            if (!report.done()) {
                throw new IllegalStateException("the demo's answers were refused: " + report.errors());
            }
            campaigns.close(published, newest(published).version());
            return published;
        });
        linkResidents(players, campaign);
        return new Asked(versionOf(players, campaign), question);
    }

    /** A survey of our own that is still open; all districts but the first have answered it. */
    Asked streets(Players players) {
        var importance = new QuestionId(Ids.next());
        var points = new QuestionId(Ids.next());
        var words = new QuestionId(Ids.next());
        var items = List.of(
                new Item("closure", both("closure", "See a repair through to the end")),
                new Item("photo", both("photo", "Report with a photo")),
                new Item("map", both("map", "A map of planned works")),
                new Item("answer", both("answer", "An answer within one day")));
        var content = new SurveyContent(
                text(
                        "Street works: what matters to you (example)",
                        "Straßenarbeiten: was Ihnen wichtig ist (Beispiel)"),
                text(
                        "Streets came first in the city's survey. Your answers decide what we build first.",
                        "Straßen standen in der Bürgerumfrage an erster Stelle. Ihre Antworten entscheiden, was wir zuerst"
                                + " bauen."),
                List.of(
                        new ImportanceSatisfaction(
                                importance,
                                text("Which two matter most to you?", "Welche zwei sind Ihnen am wichtigsten?"),
                                text("And how satisfied are you today?", "Und wie zufrieden sind Sie heute?"),
                                true,
                                2,
                                items),
                        new Points(
                                points,
                                text("Spread 100 points over them", "Verteilen Sie 100 Punkte darauf"),
                                text("More points, more money for it.", "Mehr Punkte, mehr Geld dafür."),
                                true,
                                items),
                        new OwnWords(
                                words,
                                text(
                                        "What do you need, in your own words?",
                                        "Was brauchen Sie, in Ihren eigenen Worten?"),
                                text("A sentence is enough.", "Ein Satz genügt."),
                                false)));
        var campaign = Acting.as(
                players.projectManager(),
                () -> publish(
                        content, players.districts(), Duration.ofDays(30), new Mailing(MailLink.PERSONAL, 3, true)));
        for (var i = 1; i < players.customers().size(); i++) {
            var spoken = OWN_WORDS.get(i - 1);
            var first = items.get(i % 2).key();
            var second = items.get(2 + i % 2).key();
            Acting.as(players.customers().get(i), () -> {
                var response = answering.start(campaign);
                save(
                        response,
                        importance,
                        new ImportanceSatisfaction.Answer(List.of(first, second), false, Map.of(first, 2, second, 3)));
                save(response, points, new Points.Answer(Map.of(first, 60, second, 40)));
                save(response, words, new OwnWords.Answer(spoken));
                answering.submit(response);
            });
        }
        Acting.as(
                players.customers().getFirst(),
                () -> needs.tell(
                        UUID.randomUUID(),
                        new OwnWords.Answer(
                                "Please mark the closed lane the evening before, not when I already stand in it.",
                                "Everybody who drives to the market hall",
                                OwnWords.Often.WEEKLY,
                                OwnWords.Badly.NEEDS_DETOUR)));
        return new Asked(versionOf(players, campaign), importance);
    }

    private void save(ResponseId response, QuestionId question, Answer answer) {
        answering.save(response, question, answer, new Stamp(UUID.randomUUID(), 1, 0));
    }

    private CampaignId publish(
            SurveyContent content, List<OrganisationInfo> districts, Duration open, @Nullable Mailing mailing) {
        var id = surveys.create(content.title());
        surveys.edit(id, surveys.detail(id).version(), content);
        var now = clock.instant();
        return campaigns.publish(
                id,
                surveys.detail(id).version(),
                new Round(
                        new Audience(
                                districts.stream().map(OrganisationInfo::id).collect(Collectors.toSet()),
                                Set.of(),
                                Set.of(),
                                true),
                        now,
                        now.plus(open),
                        mailing,
                        Map.of()),
                List.of(Locale.ENGLISH, Locale.GERMAN));
    }

    private SurveyVersionId versionOf(Players players, CampaignId campaign) {
        return Acting.as(players.projectManager(), () -> newest(campaign).surveyVersion());
    }

    private CampaignInfo newest(CampaignId campaign) {
        return Objects.requireNonNull(surveys.detail(campaign).published());
    }

    private void linkResidents(Players players, CampaignId campaign) {
        try (var rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Resource.text("kcmo-2022-wave1.csv")))) {
            var firstOfDistrict = rows.stream()
                    .filter(row -> row.get("top_1").equals("3"))
                    .collect(Collectors.toMap(
                            row -> Integer.parseInt(row.get("district")), row -> row.get("respondent"), (a, b) -> a));
            Acting.as(
                    players.administrator(),
                    () -> IntStream.rangeClosed(1, players.customers().size())
                            .forEach(district -> links.link(
                                    players.customers().get(district - 1).id(),
                                    campaign,
                                    Objects.requireNonNull(firstOfDistrict.get(district)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Item> cityServices() {
        try (var rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Resource.text("kcmo-2022-items.csv")))) {
            return rows.stream()
                    .map(row ->
                            new Item(row.get("code"), text(row.get("service"), CityServices.german(row.get("code")))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalizedText both(String key, String english) {
        return text(english, GERMAN.getOrDefault(key, english));
    }

    private static LocalizedText text(String english, String german) {
        return LocalizedText.en(english).with(Locale.GERMAN, german);
    }
}
