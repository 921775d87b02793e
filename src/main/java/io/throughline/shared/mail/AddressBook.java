package io.throughline.shared.mail;

import io.throughline.shared.PersonId;
import java.util.Optional;

/** Knows addresses, for what is sent without anybody being signed in. */
public interface AddressBook {

    /** Empty for somebody without an account, and for one whose account is disabled. */
    Optional<Recipient> recipient(PersonId person);
}
