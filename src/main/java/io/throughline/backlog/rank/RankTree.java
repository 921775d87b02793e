package io.throughline.backlog.rank;

import io.throughline.shared.Ids;
import io.throughline.shared.row.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the rows of a ranked list in blocks: three levels of them under one root, each block knowing how many rows
 * stand in it and how many ahead of it under the same parent. A rank is then read from three of them, and a change writes
 * those above it and their neighbours, however long the list is.
 * Blocks that grow over {@value #MOST} are halved; empty ones go.
 *
 * <p>Writers must hold the area's lock. Blocks share the keys' order: all keys of a block are smaller than the next
 * block's {@code low}.
 */
@Component
public class RankTree {

    /** Levels of blocks under the root; the lowest one counts rows. */
    private static final int LEVELS = 3;

    /** Rows or blocks a block may have under it. */
    private static final int MOST = 32;

    private final JdbcClient jdbc;

    RankTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page starts: {@code skip} rows, always few, behind the row of this key or the first one after it. */
    public record Start(String low, int skip) {}

    private record Block(UUID id, @Nullable UUID parent, String low, int size, int ahead) {}

    /** Rows ranked in an area. */
    public int size(UUID area) {
        return root(area, Ordering.SHOWN) instanceof Block root ? root.size() : 0;
    }

    /** @param offset rows before it in the shown list */
    public Start start(UUID area, int offset) {
        return offset == 0
                ? new Start("", 0)
                : jdbc.sql("""
                select b.low, mid.skip - b.ahead skip from (
                    select b.id, top.skip - b.ahead skip from (
                        select b.id, :offset - b.ahead skip
                        from rank_block r join rank_block b on b.parent = r.id
                        where r.area_id = :area and r.ordering = 'SHOWN' and r.parent is null and b.ahead <= :offset
                        order by b.ahead desc, b.low desc limit 1) top
                    join rank_block b on b.parent = top.id and b.ahead <= top.skip
                    order by b.ahead desc, b.low desc limit 1) mid
                join rank_block b on b.parent = mid.id and b.ahead <= mid.skip
                order by b.ahead desc, b.low desc limit 1
                """)
                        .param("offset", offset)
                        .param("area", area)
                        .query((row, i) -> new Start(row.getString("low"), row.getInt("skip")))
                        .optional()
                        .orElse(new Start("", offset));
    }

    /** A row of this key stands in the list from now on; it is already written. */
    public void add(UUID area, Ordering ordering, UUID row, String key) {
        var path = path(area, ordering, key);
        grow(path, 1);
        var leaf = path.getLast();
        jdbc.sql(ordering.sql("update standing set %2$s = :leaf where requirement_id = :row"))
                .param("leaf", leaf.id())
                .param("row", row)
                .update();
        if (leaf.size() + 1 > MOST) {
            split(ordering, area, path);
        }
    }

    /** The row no longer stands in the list. */
    public void remove(Ordering ordering, UUID row) {
        var leaf = jdbc.sql(ordering.sql("select %2$s from standing where requirement_id = :row and %2$s is not null"))
                .param("row", row)
                .query(UUID.class)
                .optional();
        if (leaf.isEmpty()) {
            return;
        }
        var path = new ArrayList<Block>();
        for (var at = block(leaf.get()); at != null; at = at.parent() == null ? null : block(at.parent())) {
            path.addFirst(at);
        }
        jdbc.sql(ordering.sql("update standing set %2$s = null where requirement_id = :row"))
                .param("row", row)
                .update();
        grow(path, -1);
        // From below, so that a block left without any under it goes as well.
        for (var block : path.subList(1, path.size()).reversed()) {
            if (block.size() > 1) {
                break;
            }
            jdbc.sql("delete from rank_block where id = :id")
                    .param("id", block.id())
                    .update();
        }
    }

    /** Counts an area's list anew from its rows: after many of them changed at once. */
    public void rebuild(UUID area, Ordering ordering) {
        jdbc.sql(ordering.sql("update standing set %2$s = null where area_id = :area"))
                .param("area", area)
                .update();
        var keys = jdbc.sql(
                        ordering.sql("select %1$s from standing where area_id = :area and closed = 0 order by %1$s"))
                .param("area", area)
                .query((row, i) -> row.getString(1))
                .list();
        clear(area, ordering);
        var root = insert(area, ordering, null, "", keys.size(), 0);
        fill(area, ordering, root, keys, LEVELS);
    }

    private void fill(UUID area, Ordering ordering, UUID parent, List<String> keys, int levels) {
        int each = (int) Math.pow(MOST * 3 / 4.0, levels);
        for (int from = 0; from < keys.size(); from += each) {
            var part = keys.subList(from, Math.min(keys.size(), from + each));
            var block = insert(area, ordering, parent, part.getFirst(), part.size(), from);
            if (levels > 1) {
                fill(area, ordering, block, part, levels - 1);
            } else {
                jdbc.sql(ordering.sql("""
                        update standing set %2$s = :block
                        where area_id = :area and closed = 0 and %1$s between :first and :last
                        """))
                        .param("block", block)
                        .param("area", area)
                        .param("first", part.getFirst())
                        .param("last", part.getLast())
                        .update();
            }
        }
    }

    private void clear(UUID area, Ordering ordering) {
        for (int level = 0; level <= LEVELS; level++) {
            jdbc.sql("""
                    delete from rank_block where area_id = :area and ordering = :ordering
                      and id not in (select b.parent from rank_block b where b.area_id = :area and b.parent is not null)
                    """).param("area", area).param("ordering", ordering.name()).update();
        }
    }

    /** From the root to the block that counts rows; made where there is none yet. */
    private List<Block> path(UUID area, Ordering ordering, String key) {
        var path = new ArrayList<Block>();
        var root = root(area, ordering);
        path.add(root == null ? new Block(insert(area, ordering, null, "", 0, 0), null, "", 0, 0) : root);
        for (int level = 0; level < LEVELS; level++) {
            var parent = path.getLast();
            var child = jdbc.sql("""
                    (select id, parent, low, size, ahead, 0 other from rank_block
                     where parent = :parent and low <= :key order by low desc limit 1)
                    union all
                    (select id, parent, low, size, ahead, 1 from rank_block where parent = :parent order by low limit 1)
                    order by other limit 1
                    """)
                    .param("parent", parent.id())
                    .param("key", key)
                    .query(RankTree::block)
                    .optional();
            path.add(child.orElseGet(() -> new Block(
                    insert(area, ordering, parent.id(), parent.low(), 0, 0), parent.id(), parent.low(), 0, 0)));
        }
        return path;
    }

    /** Counts a row more or less in each block of a path, and ahead of those behind them. */
    private void grow(List<Block> path, int by) {
        jdbc.sql("update rank_block set size = size + :by where id in (:ids)")
                .param("by", by)
                .param("ids", path.stream().map(Block::id).toList())
                .update();
        for (var block : path.subList(1, path.size())) {
            jdbc.sql("update rank_block set ahead = ahead + :by where parent = :parent and low > :low")
                    .param("by", by)
                    .param("parent", block.parent())
                    .param("low", block.low())
                    .update();
        }
    }

    /** Halves the block at the end of a path, then those above it that have become too wide. */
    private void split(Ordering ordering, UUID area, List<Block> path) {
        var leaf = path.getLast();
        int rows = leaf.size() + 1;
        int kept = rows / 2;
        var middle = jdbc.sql(
                        ordering.sql("select %1$s from standing where %2$s = :leaf order by %1$s limit 1 offset :kept"))
                .param("leaf", leaf.id())
                .param("kept", kept)
                .query(String.class)
                .single();
        var upper = insert(area, ordering, leaf.parent(), middle, rows - kept, leaf.ahead() + kept);
        jdbc.sql(ordering.sql("update standing set %2$s = :upper where %2$s = :leaf and %1$s >= :middle"))
                .param("upper", upper)
                .param("leaf", leaf.id())
                .param("middle", middle)
                .update();
        resize(leaf.id(), kept);
        for (int level = LEVELS - 1; level > 0; level--) {
            var wide = path.get(level);
            var children = children(wide.id());
            if (children.size() <= MOST) {
                return;
            }
            var half = children.subList(children.size() / 2, children.size());
            int stay = half.getFirst().ahead();
            var added = insert(
                    area,
                    ordering,
                    wide.parent(),
                    half.getFirst().low(),
                    half.stream().mapToInt(Block::size).sum(),
                    wide.ahead() + stay);
            jdbc.sql("update rank_block set parent = :added, ahead = ahead - :stay where id in (:ids)")
                    .param("added", added)
                    .param("stay", stay)
                    .param("ids", half.stream().map(Block::id).toList())
                    .update();
            resize(wide.id(), stay);
        }
    }

    private void resize(UUID block, int size) {
        jdbc.sql("update rank_block set size = :size where id = :id")
                .param("size", size)
                .param("id", block)
                .update();
    }

    private UUID insert(UUID area, Ordering ordering, @Nullable UUID parent, String low, int size, int ahead) {
        var id = Ids.next();
        jdbc.sql("""
                insert into rank_block (id, area_id, ordering, parent, low, size, ahead)
                values (:id, :area, :ordering, :parent, :low, :size, :ahead)
                """)
                .param("id", id)
                .param("area", area)
                .param("ordering", ordering.name())
                .param("parent", parent)
                .param("low", low)
                .param("size", size)
                .param("ahead", ahead)
                .update();
        return id;
    }

    private @Nullable Block root(UUID area, Ordering ordering) {
        return jdbc.sql("""
                select id, parent, low, size, ahead from rank_block
                where area_id = :area and ordering = :ordering and parent is null
                """)
                .param("area", area)
                .param("ordering", ordering.name())
                .query(RankTree::block)
                .optional()
                .orElse(null);
    }

    private List<Block> children(UUID parent) {
        return jdbc.sql("select id, parent, low, size, ahead from rank_block where parent = :parent order by low")
                .param("parent", parent)
                .query(RankTree::block)
                .list();
    }

    private Block block(UUID id) {
        return jdbc.sql("select id, parent, low, size, ahead from rank_block where id = :id")
                .param("id", id)
                .query(RankTree::block)
                .single();
    }

    private static Block block(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Block(
                Columns.uuid(row, "id"),
                Columns.uuidOrNull(row, "parent"),
                row.getString("low"),
                row.getInt("size"),
                row.getInt("ahead"));
    }
}
