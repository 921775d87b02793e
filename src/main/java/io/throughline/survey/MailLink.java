package io.throughline.survey;

/** Where the link of a campaign's mails leads. */
public enum MailLink {
    /** To this one response, for whoever holds the mail, until the campaign closes. */
    PERSONAL,
    /** To the portal, where people sign in. */
    PORTAL
}
