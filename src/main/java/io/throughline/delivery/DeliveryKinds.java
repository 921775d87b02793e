package io.throughline.delivery;

/** The kinds of object this room answers for, as they stand in links, acts and the line. */
public final class DeliveryKinds {

    /** One handing over of a deliverable. */
    public static final String DELIVERABLE = "deliverable";

    private DeliveryKinds() {}
}
