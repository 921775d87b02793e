package io.throughline.people.signin;

import io.throughline.people.PeopleError;
import io.throughline.people.credentials.PasswordPolicy;
import io.throughline.shared.DomainException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words the verdict of the policy as a refusal. */
@Component
public class PasswordRules {

    private final PasswordPolicy policy;

    PasswordRules(PasswordPolicy policy) {
        this.policy = policy;
    }

    /** @throws DomainException PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON, PASSWORD_PERSONAL */
    public void require(String password, String name, String email) {
        switch (policy.judge(password, List.of(name, email))) {
            case GOOD -> {}
            case TOO_SHORT -> throw new DomainException(PeopleError.PASSWORD_TOO_SHORT, PasswordPolicy.SHORTEST);
            case TOO_LONG -> throw new DomainException(PeopleError.PASSWORD_TOO_LONG, PasswordPolicy.LONGEST);
            case COMMON -> throw new DomainException(PeopleError.PASSWORD_COMMON);
            case PERSONAL -> throw new DomainException(PeopleError.PASSWORD_PERSONAL);
        }
    }
}
