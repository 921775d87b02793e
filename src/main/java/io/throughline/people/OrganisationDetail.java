package io.throughline.people;

/**
 * An organisation as those see it who look after it.
 *
 * @param people how many persons belong to it
 * @param version to pass back with a command
 */
public record OrganisationDetail(OrganisationInfo info, long people, long version) {}
