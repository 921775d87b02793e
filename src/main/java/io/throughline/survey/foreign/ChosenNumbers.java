package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Expression.Atom;
import io.throughline.survey.foreign.Names.Named;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.SingleChoice;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * "At least 3" about a choice among numbers: those of its items whose number is so. What is no number, such as "something
 * else", never is.
 *
 * @param fitting keys of the items that are so
 * @param others keys of the others
 */
record ChosenNumbers(Named asked, Set<String> fitting, Set<String> others) {

    /** Empty where nothing is put in order, where several may be chosen, or where no item is a number. */
    static Optional<ChosenNumbers> of(Named asked, Atom atom) {
        var bound = Sketch.number(atom.value());
        var items = asked.items();
        if (!isOrder(atom)
                || bound.isEmpty()
                || !(asked.entry().question() instanceof SingleChoice choice)
                || items.keySet().stream()
                        .noneMatch(value -> Sketch.number(value).isPresent())) {
            return Optional.empty();
        }
        var so = new HashSet<String>();
        items.forEach((value, key) -> Sketch.number(value)
                .filter(number -> isSo(number.compareTo(bound.get()), atom))
                .ifPresent(_ -> so.add(key)));
        var fitting = offered(choice);
        fitting.retainAll(so);
        var others = offered(choice);
        others.removeAll(so);
        return Optional.of(new ChosenNumbers(asked, fitting, others));
    }

    /** Of more choices than there can be, some were left out. */
    private static Set<String> offered(SingleChoice choice) {
        var keys = new LinkedHashSet<>(choice.items().stream().map(Item::key).toList());
        if (choice.other()) {
            keys.add(Other.KEY);
        }
        return keys;
    }

    private static boolean isOrder(Atom atom) {
        return switch (atom.compared()) {
            case AT_LEAST, AT_MOST, MORE, LESS -> true;
            case EQUAL, OTHER, CONTAINS, CONTAINS_NOT, EMPTY, NOT_EMPTY -> false;
        };
    }

    private static boolean isSo(int order, Atom atom) {
        return switch (atom.compared()) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case LESS -> order < 0;
            case EQUAL, OTHER, CONTAINS, CONTAINS_NOT, EMPTY, NOT_EMPTY -> false;
        };
    }

    /** Whether every answer is so. */
    boolean isEvery() {
        return others.isEmpty();
    }

    /**
     * None where no answer is so.
     *
     * @param any whether one of them is enough; else all hold together: then each of the others is said not to be chosen
     */
    List<Claim> claims(boolean any) {
        if (fitting.isEmpty()) {
            return List.of();
        }
        if (isEvery()) {
            return List.of(new Claim.Answered(true));
        }
        return any || fitting.size() == 1 ? chosen(fitting, true) : chosen(others, false);
    }

    private static List<Claim> chosen(Set<String> keys, boolean so) {
        return keys.stream().<Claim>map(key -> new Claim.Chosen(key, so)).toList();
    }
}
