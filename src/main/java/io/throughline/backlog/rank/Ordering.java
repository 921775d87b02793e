package io.throughline.backlog.rank;

/** The two orders an area's requirements stand in. Each row of {@code standing} is counted in one block of either. */
public enum Ordering {
    /** As people see it: by score, but what was moved by hand stays where it was put. */
    SHOWN("place", "shown_block", "sb"),
    /** By score alone. */
    COMPUTED("computed_key", "computed_block", "cb");

    private final String key;
    private final String block;
    private final String alias;

    Ordering(String key, String block, String alias) {
        this.key = key;
        this.block = block;
        this.alias = alias;
    }

    /**
     * Joins the blocks a row {@code s} of {@code standing} is counted in, for {@link #rank()}.
     *
     * @param only a condition on the row; where it doesn't hold no block is read
     */
    public String blocks(String only) {
        return """
                left join rank_block %1$s1 on %1$s1.id = if(%3$s, s.%2$s, null)
                left join rank_block %1$s2 on %1$s2.id = %1$s1.parent
                left join rank_block %1$s3 on %1$s3.id = %1$s2.parent
                """.formatted(alias, block, only);
    }

    /** The rank, from 1, of a row {@code s} whose blocks are joined; meaningless where they are not. */
    public String rank() {
        return """
                ((select count(*) from standing k where k.%3$s = %1$s1.id and k.%2$s <= s.%2$s)
                + %1$s1.ahead + %1$s2.ahead + %1$s3.ahead)
                """.formatted(alias, key, block);
    }

    /** Fills a statement's first two gaps with the columns of the key and of the block. */
    String sql(String statement) {
        return statement.formatted(key, block);
    }
}
