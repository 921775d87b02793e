package io.throughline.people;

import java.util.Set;

/** Who a token stands for, and what for. */
public record TokenAccess(AccountPrincipal principal, Set<TokenScope> scopes) {

    public TokenAccess {
        scopes = Set.copyOf(scopes);
    }
}
