package io.throughline.survey.foreign;

import io.throughline.survey.SectionId;
import io.throughline.survey.foreign.Expression.Atom;
import io.throughline.survey.foreign.Expression.Joined;
import io.throughline.survey.foreign.Names.Named;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.Condition.Match;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conditions as another tool writes them, said as ours. */
final class Conditions {

    /** "Q1_SQ002" and "12X3X45SQ002": the second answer of a question of which several may be chosen. */
    private static final Pattern OF_ITEM = Pattern.compile("(\\d+X\\d+X\\d+|.+(?=_))_?([A-Za-z0-9-]+)");

    /** How a tool takes "is not so" while there is no answer to look at. */
    enum Unanswered {
        /** It holds. */
        IS_OTHER,
        /** It holds if the question was asked; whether or not, where its name ends in NAOK. */
        IS_OTHER_IF_ASKED
    }

    /**
     * @param otherwise whether it holds there in cases where it doesn't here
     * @param never whether it holds in no case, which can't be said here: then the condition is empty
     */
    record Said(Condition condition, boolean otherwise, boolean never) {}

    private static final int MOST = 200;

    private final Names names;
    private final Unanswered unanswered;

    Conditions(Names names, Unanswered unanswered) {
        this.names = names;
        this.unanswered = unanswered;
    }

    /** Empty for what can't be said here. @param section in which it is asked */
    Optional<Said> of(String written, SectionId section) {
        return Expression.of(written).flatMap(joined -> said(joined, section));
    }

    /** The first name in it that several questions have: nobody can tell which one it looks at. */
    Optional<String> shared(String written) {
        return Expression.of(written)
                .flatMap(joined -> joined.atoms().stream()
                        .flatMap(atom -> asked(plain(atom)))
                        .filter(names::isShared)
                        .findFirst());
    }

    /** What it may be about: a question, or, if there is none, one whose item it is. */
    private Stream<String> asked(String name) {
        var parts = OF_ITEM.matcher(name);
        return names.find(name).isEmpty() && parts.matches() ? Stream.of(name, parts.group(1)) : Stream.of(name);
    }

    private Optional<Said> said(Joined joined, SectionId section) {
        // One comparison alone is all of them, and any.
        boolean any = joined.match() == Match.ANY || joined.atoms().size() == 1;
        var all = new LinkedHashSet<Comparison>();
        boolean otherwise = false;
        boolean added = false;
        int impossible = 0;
        for (var atom : joined.atoms()) {
            var numbers = numbers(atom);
            if (numbers.isPresent()) {
                var asked = numbers.get().asked();
                if (numbers.get().isEvery() && isAlwaysAnswered(asked, section)) {
                    if (any) {
                        return Optional.of(new Said(Condition.ALWAYS, false, false));
                    }
                    continue;
                }
                var claims = numbers.get().claims(any);
                impossible += claims.isEmpty() ? 1 : 0;
                added |= any && !claims.isEmpty();
                claims.forEach(claim -> all.add(comparison(asked, claim)));
                continue;
            }
            var found = comparison(atom);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var one = found.get();
            var asked = names.get(one.question());
            all.add(one);
            if (denies(one.claim()) && !isAlwaysAnswered(asked, section)) {
                if (any && isOther(atom)) {
                    all.add(new Comparison(one.question(), new Claim.Answered(false)));
                    added = true;
                } else {
                    otherwise |= isOther(atom) || !asked.entry().question().required();
                }
            }
        }
        if (impossible == joined.atoms().size() || !any && impossible > 0) {
            return Optional.of(new Said(Condition.ALWAYS, false, true));
        }
        var match = all.size() < 2 ? Match.ALL : added ? Match.ANY : joined.match();
        return all.size() > MOST
                ? Optional.empty()
                : Optional.of(new Said(new Condition(match, List.copyOf(all)), otherwise, false));
    }

    /** Of an order between a number and what is chosen. */
    private Optional<ChosenNumbers> numbers(Atom atom) {
        return names.find(plain(atom)).flatMap(asked -> ChosenNumbers.of(asked, atom));
    }

    /** Says what an answer is not: here there must be one for that. */
    private static boolean denies(Claim claim) {
        return switch (claim) {
            case Claim.Answered _ -> false;
            case Claim.Chosen one -> !one.so();
            case Claim.Amount one -> one.order() == Claim.Order.OTHER;
            case Claim.Day one -> one.order() == Claim.Order.OTHER;
        };
    }

    /** Whether it holds there as long as there is no answer, asked or not. */
    private boolean isOther(Atom atom) {
        return unanswered == Unanswered.IS_OTHER || atom.name().endsWith("NAOK");
    }

    /** Whoever comes to what looks at it has been asked it, and had to answer. */
    private static boolean isAlwaysAnswered(Named named, SectionId section) {
        var entry = named.entry();
        return entry.question().required()
                && entry.shownIf().isAlways()
                && (named.section().id().equals(section)
                        || named.section().shownIf().isAlways());
    }

    private Optional<Comparison> comparison(Atom atom) {
        var name = plain(atom);
        var whole = names.find(name);
        if (whole.isPresent()) {
            return whole.flatMap(named -> Claims.of(named, atom).map(claim -> comparison(named, claim)));
        }
        var parts = OF_ITEM.matcher(name);
        return parts.matches()
                ? names.find(parts.group(1))
                        .flatMap(named ->
                                Claims.ofItem(named, parts.group(2), atom).map(claim -> comparison(named, claim)))
                : Optional.empty();
    }

    private static String plain(Atom atom) {
        return atom.name().replaceFirst("\\.(NAOK|code|value|valueNAOK|shown)$", "");
    }

    private static Comparison comparison(Named named, Claim claim) {
        return new Comparison(named.entry().id(), claim);
    }
}
