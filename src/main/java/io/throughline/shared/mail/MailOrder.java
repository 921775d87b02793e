package io.throughline.shared.mail;

import io.throughline.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * One mail to one person about one event. Ordering the same again changes nothing. What it says is written when it is
 * sent, so that no address, name or secret waits in it.
 *
 * @param kind which template, e.g. "survey.invitation", at most 40 characters
 * @param about the object it is about
 * @param event which of that object's events, at most 60 characters: one mail per person, kind, object and event
 * @param due not before
 */
public record MailOrder(PersonId to, String kind, UUID about, String event, Instant due) {}
