// @ts-check
import { drop, everything, write } from "./tab-storage.js";

/**
 * Keeps what is typed into the fields of a form that is saved by a button. Every keystroke goes to this tab's storage; a
 * form drawn again, after an expired session, a lost connection or a reload, gets it back.
 */
class Kept extends HTMLElement {
    /** @type {() => void} */
    #deaf = () => {};

    get #owner() {
        return this.getAttribute("owner") ?? "";
    }
    get #object() {
        return this.getAttribute("object") ?? "";
    }

    connectedCallback() {
        drop((kept) => kept.owner !== this.#owner);
        const hear = (/** @type {Event} */ event) => {
            const target = /** @type {HTMLInputElement} */ (event.target);
            const field = target.closest?.("[data-kept]")?.getAttribute("data-kept");
            if (field?.startsWith(this.#object + " ")) {
                write({
                    owner: this.#owner,
                    object: this.#object,
                    field: field.slice(this.#object.length + 1),
                    value: target.value,
                });
            }
        };
        document.addEventListener("input", hear, true);
        this.#deaf = () => document.removeEventListener("input", hear, true);
    }

    disconnectedCallback() {
        this.#deaf();
    }

    /** What was typed and not saved, by field. @returns {Record<string, unknown>} */
    left() {
        return Object.fromEntries(everything()
            .map(([, kept]) => kept)
            .filter((kept) => kept.object === this.#object)
            .map((kept) => [kept.field, kept.value]));
    }
}

customElements.define("tl-kept", Kept);

window.addEventListener("tl-kept-keep", (event) => write(/** @type {CustomEvent} */ (event).detail));
window.addEventListener("tl-kept-forget", (event) => {
    const { object, field } = /** @type {CustomEvent} */ (event).detail;
    drop((kept) => kept.object === object && (!field || kept.field === field));
});
