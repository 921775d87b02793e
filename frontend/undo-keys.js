// @ts-check
/** Ctrl or ⌘ with Z takes back the last step, with Shift does it again; inside a text field they mean that field's text. */

const TEXT = "input, textarea, [contenteditable]";

class UndoKeys extends HTMLElement {
    #listen = (/** @type {KeyboardEvent} */ event) => {
        const inText = event.composedPath().some((one) => one instanceof Element && one.matches(TEXT));
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z" || inText) {
            return;
        }
        if (document.querySelector("vaadin-dialog[opened]")) {
            return;
        }
        event.preventDefault();
        this.dispatchEvent(new CustomEvent(event.shiftKey ? "tl-redo" : "tl-undo"));
    };

    connectedCallback() {
        document.addEventListener("keydown", this.#listen);
    }

    disconnectedCallback() {
        document.removeEventListener("keydown", this.#listen);
    }
}

customElements.define("tl-undo-keys", UndoKeys);
