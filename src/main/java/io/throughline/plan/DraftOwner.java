package io.throughline.plan;

import java.util.Optional;

/** Says what a changed copy of a plan was made for. The room that owns such copies implements it. */
public interface DraftOwner {

    /** Empty if this room doesn't own the draft, or the viewer may not read what does. */
    Optional<Owner> ownerOf(DraftId draft);

    /**
     * What a copy belongs to.
     *
     * @param title as a person recognises it: "CR-7 Second entrance"
     * @param href its page, where the copy is handed in, relative to the application
     */
    record Owner(String title, String href) {}
}
