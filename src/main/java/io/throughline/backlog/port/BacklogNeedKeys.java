package io.throughline.backlog.port;

import io.throughline.shared.row.Columns;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells exports of answers which need the words in them became part of. */
@Component
class BacklogNeedKeys implements NeedKeys {

    private final JdbcClient jdbc;

    BacklogNeedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ExpressionTextId, String> of(Collection<ExpressionTextId> words) {
        var keys = new HashMap<ExpressionTextId, String>();
        if (!words.isEmpty()) {
            jdbc.sql("""
                            select e.expression_text_id, n.need_key
                            from expression e join need n on n.id = e.need_id
                            where e.expression_text_id in (:words)""")
                    .param("words", words.stream().map(ExpressionTextId::value).toList())
                    .query(row -> {
                        keys.put(
                                new ExpressionTextId(Columns.uuid(row, "expression_text_id")),
                                row.getString("need_key"));
                    });
        }
        return keys;
    }
}
