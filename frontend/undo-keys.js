// @ts-check
/** Ctrl or ⌘ with Z takes back the last step, with Shift does it again; inside a text field they mean that field's text. */

const NO_TEXT = ["checkbox", "radio", "button", "submit", "reset", "file", "range", "color"];
const TEXT = `input:not(${NO_TEXT.map((type) => `[type=${type}]`).join(", ")}), textarea, [contenteditable]`;

class UndoKeys extends HTMLElement {
    #listen = (/** @type {KeyboardEvent} */ event) => {
        const inText = event.composedPath().some((one) => one instanceof Element && one.matches(TEXT));
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z" || inText) {
            return;
        }
        // Left to the browser, they would change the text that was written last, wherever on the page that is.
        event.preventDefault();
        if (document.querySelector("vaadin-dialog[opened]")) {
            return;
        }
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
