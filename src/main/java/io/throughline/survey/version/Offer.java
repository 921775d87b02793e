package io.throughline.survey.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen for an edit.
 *
 * @param possible none where no answer can be touched; a single one is not asked for, it goes without saying
 * @param suggested one of them; null where nobody but a reader of both wordings can tell
 * @param targets keys of the items that can be mapped to
 */
public record Offer(List<Choice> possible, @Nullable Choice suggested, List<String> targets) {

    static final Offer NOTHING = new Offer(List.of(), null, List.of());

    public Offer {
        possible = List.copyOf(possible);
        targets = List.copyOf(targets);
    }

    static Offer only(Choice choice) {
        return new Offer(List.of(choice), choice, List.of());
    }

    static Offer of(@Nullable Choice suggested, Choice... possible) {
        return new Offer(List.of(possible), suggested, List.of());
    }

    /** Whether somebody has to choose. */
    public boolean isOpen() {
        return possible.size() > 1;
    }

    /** Whether this can be chosen. */
    public boolean allows(Decision decision) {
        return possible.contains(decision.choice())
                && (decision.choice() == Choice.MAP
                        ? targets.contains(decision.target())
                        : decision.target().isEmpty());
    }
}
