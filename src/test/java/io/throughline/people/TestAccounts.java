package io.throughline.people;

import io.throughline.people.account.Account;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.credentials.PasswordHasher;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.Fixtures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Active accounts of a test's own. */
@Component
public class TestAccounts {

    public static final String PASSWORD = "gravel tulip oboe sextant";

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;

    TestAccounts(AccountStore accounts, PasswordHasher hasher, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.transaction = transaction;
    }

    public TestAccount active(Role... roles) {
        return active(null, roles);
    }

    public TestAccount active(@Nullable OrganisationId organisation, Role... roles) {
        return transaction.execute(status -> {
            var person = accounts.save(new Person(Fixtures.unique("Person"), organisation));
            var email = person.uuid() + "@Example.org";
            var account =
                    new Account(person, Email.of(email), Set.of(roles), Locale.ENGLISH, ZoneOffset.UTC, Instant.now());
            account.activate(hasher.hash(PASSWORD));
            accounts.save(account);
            return new TestAccount(SignIn.principal(account, person).viewer(), email);
        });
    }

    /** The code of what an account speaks. */
    public String language(PersonId id) {
        return accounts.account(id.value()).orElseThrow().language().getLanguage();
    }

    public record TestAccount(Viewer viewer, String email) {}
}
