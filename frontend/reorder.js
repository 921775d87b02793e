// @ts-check
/** Rows that are put in another order by dragging their handle; buttons and keys do the same, they are the rows' own. */

/**
 * Lets the rows of a container be dragged by whatever matches `.tl-handle` in them, with mouse, pen or finger.
 *
 * @param {HTMLElement} container
 * @param {() => HTMLElement[]} rows
 * @param {(from: number, to: number) => void} moved
 */
export function draggable(container, rows, moved) {
    container.addEventListener("pointerdown", (down) => {
        const handle = /** @type {Element} */ (down.target).closest(".tl-handle");
        const from = rows().findIndex((row) => row.contains(handle));
        if (!handle || from < 0 || down.button !== 0) {
            return;
        }
        down.preventDefault();
        const row = rows()[from];
        let to = from;
        const mark = () => rows().forEach((one, place) => {
            one.toggleAttribute("data-dragged", place === from);
            one.toggleAttribute("data-drop-before", place === to && to < from);
            one.toggleAttribute("data-drop-after", place === to && to > from);
        });
        const move = (/** @type {PointerEvent} */ event) => {
            const middles = rows().map((one) => one.getBoundingClientRect()).map((box) => box.top + box.height / 2);
            to = middles.filter((middle, place) => place !== from && middle < event.clientY).length;
            mark();
            const edge = 60;
            if (event.clientY < edge || event.clientY > innerHeight - edge) {
                scrollBy(0, event.clientY < edge ? -14 : 14);
            }
        };
        const end = (/** @type {Event} */ event) => {
            removeEventListener("pointermove", move);
            removeEventListener("pointerup", end);
            removeEventListener("pointercancel", end);
            removeEventListener("keydown", escape, true);
            rows().forEach((one) => ["dragged", "drop-before", "drop-after"].forEach((name) => one.removeAttribute(`data-${name}`)));
            if (event.type === "pointerup" && to !== from && row.isConnected) {
                moved(from, to);
            }
        };
        const escape = (/** @type {KeyboardEvent} */ event) => {
            if (event.key === "Escape") {
                event.stopPropagation();
                end(event);
            }
        };
        addEventListener("pointermove", move);
        addEventListener("pointerup", end);
        addEventListener("pointercancel", end);
        addEventListener("keydown", escape, true);
        mark();
    });
}

/** A container whose children are dragged; the server puts them in their new order. */
class Reorder extends HTMLElement {
    constructor() {
        super();
        draggable(this, () => /** @type {HTMLElement[]} */ ([...this.children]), (from, to) =>
            this.dispatchEvent(new CustomEvent("tl-move", { detail: { from, to } })));
    }
}

customElements.define("tl-reorder", Reorder);
