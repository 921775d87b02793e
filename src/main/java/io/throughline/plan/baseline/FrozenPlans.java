package io.throughline.plan.baseline;

import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanJson;
import io.throughline.shared.Hashes;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Plans that were handed in or approved, read and computed once for everybody who looks at them: known by the hash of
 * their bytes, they never change. The least recently used are let go where their bytes come to more than
 * {@value #MOST_CHARACTERS} characters together; one plan alone may be larger and is then not kept.
 */
@Component
public class FrozenPlans {

    /** Some thirty plans of two hundred tasks; what is made of a plan is a few times as large as its bytes. */
    static final int MOST_CHARACTERS = 4_000_000;

    private record Key(String hash, boolean money) {}

    private record Kept(PlanFigures figures, int size) {}

    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, .75f, true);
    private int size;

    /**
     * @param money false for those who may not see what things cost: then computed without any
     * @param bytes read where the plan is not at hand
     * @throws IllegalStateException if the bytes don't match the hash
     */
    public PlanFigures figures(String hash, boolean money, Supplier<String> bytes) {
        var key = new Key(hash, money);
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known.figures();
            }
        }
        var read = bytes.get();
        if (!Hashes.sha256(read).equals(hash)) {
            throw new IllegalStateException("a plan does not match its hash " + hash);
        }
        var content = PlanJson.read(read);
        var figures = PlanFigures.of(money ? content : content.withoutMoney());
        keep(key, new Kept(figures, read.length()));
        return figures;
    }

    private void keep(Key key, Kept plan) {
        synchronized (kept) {
            if (plan.size() > MOST_CHARACTERS || kept.putIfAbsent(key, plan) != null) {
                return;
            }
            size += plan.size();
            var oldest = kept.values().iterator();
            while (size > MOST_CHARACTERS) {
                size -= oldest.next().size();
                oldest.remove();
            }
        }
    }
}
