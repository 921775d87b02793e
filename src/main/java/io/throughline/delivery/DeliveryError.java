package io.throughline.delivery;

import io.throughline.shared.ErrorCode;

/** What this room refuses. */
public enum DeliveryError implements ErrorCode {
    /** Nothing is approved yet, so nothing can be delivered. */
    NO_BASELINE,
    /** It lies with the customers already. */
    WAITING_FOR_CUSTOMER,
    /** It was accepted. */
    ALREADY_ACCEPTED,
    /** Somebody answered already. */
    ALREADY_ANSWERED,
    /** Who delivers it is no customer of it. */
    DELIVERER_CANNOT_ANSWER
}
