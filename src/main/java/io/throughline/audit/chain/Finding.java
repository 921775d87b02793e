package io.throughline.audit.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with the trail.
 *
 * @param sequence where it was sealed, or where it stands if it never was; 0 where there is no such place
 * @param entry the entry concerned, null for anchors and ranges of links
 * @param detail in English, for the person who looks into it
 */
public record Finding(Kind kind, long sequence, @Nullable UUID entry, String detail) {

    public enum Kind {
        /** The entry no longer says what was sealed. */
        EDITED,
        /** A sealed entry, or its link, is gone. */
        REMOVED,
        /** Like {@link #REMOVED}, and so is everything sealed after it. */
        TAIL_CUT,
        /** A link that no signed anchor vouches for. */
        INSERTED,
        /** The entry stands at another place than the one it was sealed at. */
        REORDERED,
        /** Links whose hashes were rewritten, the entries behind them being right. */
        LINKS_REWRITTEN,
        /** An anchor nobody with the key signed, or one that contradicts another. */
        ANCHOR_FORGED,
        /** A signed anchor is gone from the place that should hold it. */
        ANCHOR_REMOVED
    }
}
