package io.throughline.people.port;

import io.throughline.shared.PersonId;
import io.throughline.shared.mail.AddressBook;
import io.throughline.shared.mail.Recipient;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of accounts. */
@Component
class Addresses implements AddressBook {

    private final JdbcClient jdbc;

    Addresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Recipient> recipient(PersonId person) {
        return jdbc.sql("""
                        select p.name, a.email, a.language, a.zone from account a join person p on p.id = a.id
                        where a.id = ? and a.state <> 'DISABLED'""")
                .param(person.value())
                .query((row, number) -> new Recipient(
                        row.getString("name"),
                        row.getString("email"),
                        Locale.forLanguageTag(row.getString("language")),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }
}
