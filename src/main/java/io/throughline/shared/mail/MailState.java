package io.throughline.shared.mail;

/** Where a mail stands. */
public enum MailState {
    WAITING,
    /** A mail server took it. */
    SENT,
    /** Given up after many attempts, or refused for good. */
    FAILED,
    /** When its time came there was no reason left to send it, or no address. */
    WITHHELD
}
