package io.throughline.notice;

/**
 * A mail as it would be sent now, its link masked.
 *
 * @param address to which it goes; empty if there is none
 * @param subject empty where there is nothing to send any more
 * @param withheldKey translation key of why there is nothing to send; empty where there is
 * @param releasable whether its link may be handed on
 */
public record MailPreview(
        OutboxRow row, String address, String subject, String text, String withheldKey, boolean releasable) {}
