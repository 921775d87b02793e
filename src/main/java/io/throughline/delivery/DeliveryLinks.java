package io.throughline.delivery;

/** Addresses of this room's pages, relative to the application. */
final class DeliveryLinks {

    private DeliveryLinks() {}

    static String handover(HandoverId id) {
        return "deliverables/" + id.value();
    }
}
