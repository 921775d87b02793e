package io.throughline.people;

/**
 * What a usable one-time link is for.
 *
 * @param name whom it was made for; empty for the first administrator, who says so themselves
 * @param email their login name; empty likewise
 */
public record LinkInfo(LinkPurpose purpose, String name, String email) {}
