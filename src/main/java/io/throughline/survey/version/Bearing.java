package io.throughline.survey.version;

import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an edit means for the answers to a question, by the question's type. */
final class Bearing {

    private Bearing() {}

    /** How the items of a question bear on each other. */
    enum Items {
        /** Each is judged alone. */
        APART,
        /** They compete for being chosen: with another list some people would have chosen otherwise. */
        COMPETING,
        /** Each figure is a part of a whole that all items share. */
        JOINT
    }

    static Items items(Question question) {
        return switch (question) {
            case MultipleChoice _, Kano _, ImportanceSatisfactionByRating _ -> Items.APART;
            case SingleChoice _, ChoiceOfK _, ImportanceSatisfaction _ -> Items.COMPETING;
            case Points _, Ranking _, BestWorst _, Pairwise _ -> Items.JOINT;
            case Scale _, Nps _, NumberQuestion _, DateQuestion _, FileQuestion _, Text _, OwnWords _ -> Items.APART;
        };
    }

    /** Whether what was said about two items can be taken together as said about one. */
    static boolean mergeable(Question question) {
        return switch (question) {
            case SingleChoice _, MultipleChoice _, ChoiceOfK _, Points _ -> true;
            // One person's two ratings, ranks or comparisons are not one.
            case Kano _, Ranking _, Pairwise _, BestWorst _ -> false;
            case ImportanceSatisfaction _, ImportanceSatisfactionByRating _ -> false;
            case Scale _, Nps _, NumberQuestion _, DateQuestion _, FileQuestion _, Text _, OwnWords _ -> false;
        };
    }

    /** Keys of all that can be named in an answer, "something else" last where it is offered. */
    static List<String> keys(Question question) {
        var keys = new ArrayList<>(question.items().stream().map(Item::key).toList());
        if (offersOther(question)) {
            keys.add(Other.KEY);
        }
        return keys;
    }

    private static boolean offersOther(Question question) {
        return switch (question) {
            case SingleChoice one -> one.other();
            case MultipleChoice one -> one.other();
            default -> false;
        };
    }

    /** For an item that is new in the list. */
    static Offer added(Question question) {
        return switch (items(question)) {
            case APART -> Offer.NOTHING;
            case COMPETING -> Offer.of(Choice.KEEP, Choice.KEEP, Choice.ARCHIVE);
            case JOINT -> Offer.of(Choice.ARCHIVE, Choice.KEEP, Choice.ARCHIVE);
        };
    }

    /** For an item that is gone from the list. */
    static Offer removed(Question before, Question after, String item) {
        var possible = new ArrayList<Choice>();
        var targets = item.equals(Other.KEY) ? List.<String>of() : targets(before, after);
        if (!targets.isEmpty()) {
            possible.add(Choice.MAP);
        }
        possible.add(Choice.SET_ASIDE);
        var kind = items(after);
        if (kind != Items.APART) {
            possible.add(Choice.ARCHIVE);
        }
        return new Offer(possible, kind == Items.JOINT ? Choice.ARCHIVE : Choice.SET_ASIDE, targets);
    }

    private static List<String> targets(Question before, Question after) {
        var earlier = new HashSet<>(keys(before));
        return keys(after).stream()
                .filter(key -> mergeable(after) || !earlier.contains(key))
                .toList();
    }

    /** For an item with other words. */
    static Offer reworded(Question question, Wording wording) {
        var possible = new ArrayList<>(List.of(Choice.KEEP, Choice.SET_ASIDE));
        if (items(question) != Items.APART) {
            possible.add(Choice.ARCHIVE);
        }
        return new Offer(possible, suggestion(wording), List.of());
    }

    /** For words that stand for the whole question. */
    static Offer reworded(Wording wording) {
        return Offer.of(suggestion(wording), Choice.KEEP, Choice.ARCHIVE);
    }

    private static @Nullable Choice suggestion(Wording wording) {
        return wording == Wording.OTHER ? null : Choice.KEEP;
    }

    /** What belongs to the type alone; equal lists mean equal limits. */
    static List<@Nullable Object> limits(Question question) {
        return switch (question) {
            case ChoiceOfK one -> Arrays.asList(one.choose());
            case ImportanceSatisfaction one -> Arrays.asList(one.choose());
            case BestWorst one -> Arrays.asList(one.perSet(), one.times());
            case Scale one -> Arrays.asList(one.least(), one.greatest());
            case NumberQuestion one -> Arrays.asList(one.least(), one.greatest(), one.decimals());
            case DateQuestion one -> Arrays.asList(one.earliest(), one.latest());
            case FileQuestion one -> Arrays.asList(one.kinds(), one.most(), one.megabytes());
            case Text one -> Arrays.asList(one.lines());
            case SingleChoice _, MultipleChoice _, Kano _, Ranking _, Pairwise _, Points _ -> List.of();
            case ImportanceSatisfactionByRating _, Nps _, OwnWords _ -> List.of();
        };
    }

    /** Whether the sets of a best–worst question were drawn anew, though its items and their number stayed. */
    static boolean redrawn(Question before, Question after) {
        return before instanceof BestWorst one
                && after instanceof BestWorst other
                && Set.copyOf(keys(one)).equals(Set.copyOf(keys(other)))
                && !one.sets().equals(other.sets());
    }

    /** For other limits. */
    static Offer limited(Question before, Question after) {
        return switch (after) {
            // Who may choose three chooses otherwise than who may choose two.
            case ChoiceOfK _, ImportanceSatisfaction _ -> Offer.of(Choice.ARCHIVE, Choice.KEEP, Choice.ARCHIVE);
            case BestWorst one ->
                Offer.of(
                        before instanceof BestWorst other && other.perSet() == one.perSet()
                                ? Choice.KEEP
                                : Choice.ARCHIVE,
                        Choice.KEEP,
                        Choice.ARCHIVE);
            case Scale _ -> Offer.only(Choice.ARCHIVE);
            case NumberQuestion _, DateQuestion _ -> Offer.of(Choice.KEEP, Choice.KEEP, Choice.ARCHIVE);
            case FileQuestion _, Text _, OwnWords _ -> Offer.NOTHING;
            case SingleChoice _, MultipleChoice _, Kano _, Ranking _, Pairwise _, Points _ -> Offer.NOTHING;
            case ImportanceSatisfactionByRating _, Nps _ -> Offer.NOTHING;
        };
    }
}
