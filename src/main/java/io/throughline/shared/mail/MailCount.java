package io.throughline.shared.mail;

/** How many mails of a kind about one object stand where. */
public record MailCount(String kind, MailState state, int mails) {}
