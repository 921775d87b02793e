package io.throughline.storm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * One browser tab of a customer, alone in answering one question, and one of two in submitting. It believes only what it
 * was told, asks again what was not answered, and remembers it all.
 */
final class Tab implements Runnable {

    private static final int SAVES = 25;
    private static final int SAVES_PER_SUBMIT = 3;

    private final Caller caller;
    private final World world;
    private final UUID person;
    private final String kind;
    private final UUID question;
    private final UUID tab = UUID.randomUUID();
    private final BooleanSupplier over;
    private final Map<UUID, Told> told = new LinkedHashMap<>();

    /** Asks until it is answered. */
    interface Caller {
        String ask(String call) throws InterruptedException;
    }

    /** What this tab was told of one response. */
    static final class Told {
        int saves;
        int revision;
        int contradictions;
        int repetitions;
        /** By submitted revision: the value this tab had saved before. */
        final Map<Integer, Integer> submitted = new LinkedHashMap<>();

        /** Each save was done once, so its answer counts one revision more than the save before it. */
        void saved(int now) {
            saves++;
            revision++;
            contradictions += Math.max(0, revision - now);
            repetitions += Math.max(0, now - revision);
            revision = now;
        }
    }

    Tab(Caller caller, World world, UUID person, String kind, BooleanSupplier over) {
        this.caller = caller;
        this.world = world;
        this.person = person;
        this.kind = kind;
        this.question = kind.equals("number") ? world.number() : world.words();
        this.over = over;
    }

    @Override
    public void run() {
        try {
            while (!over.getAsBoolean()) {
                for (var campaign : world.campaigns()) {
                    answer(campaign);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(UUID campaign) throws InterruptedException {
        var who = person + " " + world.organisation() + " ";
        var response = UUID.fromString(caller.ask("start " + who + campaign));
        var known = told.computeIfAbsent(response, first -> new Told());
        for (int i = 1; i <= SAVES && !over.getAsBoolean(); i++) {
            int value = known.saves + 1;
            var save = String.join(
                    " ", "save", person.toString(), world.organisation().toString(), response.toString());
            known.saved(Integer.parseInt(caller.ask(save + " " + kind + " " + question + " " + value + " " + tab)));
            if (i % SAVES_PER_SUBMIT == 0) {
                var revision = Integer.parseInt(caller.ask("submit " + who + response));
                known.submitted.putIfAbsent(revision, value);
            }
        }
    }

    UUID person() {
        return person;
    }

    UUID question() {
        return question;
    }

    Map<UUID, Told> told() {
        return told;
    }
}
