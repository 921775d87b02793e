package io.throughline.shared.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Readable keys such as REQ-12, each kind from a database sequence of its own ({@code seq_req}). */
@Component
public class Keys {

    /** A kind of key. Its sequence is made by the changelog of the room that owns it. */
    public enum Kind {
        SUR,
        NEED,
        REQ,
        PRJ,
        CR
    }

    private final JdbcClient jdbc;

    Keys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next key of a kind; numbers may have gaps, never repeats. */
    public String next(Kind kind) {
        var sequence = switch (kind) {
            case SUR -> "select nextval(seq_sur)";
            case NEED -> "select nextval(seq_need)";
            case REQ -> "select nextval(seq_req)";
            case PRJ -> "select nextval(seq_prj)";
            case CR -> "select nextval(seq_cr)";
        };
        return kind + "-" + jdbc.sql(sequence).query(Long.class).single();
    }
}
