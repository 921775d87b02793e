package io.throughline.shared.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A portal's worth of database in a process of its own: says each number once it is committed, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] args) throws Exception {
        var database = EmbeddedDatabase.start(new DataFolder(Path.of(args[0])));
        new FirstStart(database).start();
        var logins = database.logins();
        var owner = logins.owner();
        try (var connection = DriverManager.getConnection(logins.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (id int auto_increment primary key)");
            while (true) {
                statement.executeUpdate("insert into kept values ()");
                try (var row = statement.executeQuery("select last_insert_id()")) {
                    row.next();
                    System.out.println("kept " + row.getInt(1));
                }
            }
        }
    }
}
