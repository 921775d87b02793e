// @ts-check
/**
 * Around the fields of a form: Enter saves it, except where Enter means something to the field; and what is typed stays in
 * this tab's session storage until the form is left, so that a session that ends meanwhile loses none of it. The form,
 * opened again, has it back.
 */

const PREFIX = "tl-form ";
const FIELDS = "vaadin-text-field, vaadin-text-area, vaadin-big-decimal-field, vaadin-date-picker, vaadin-integer-field";

/** @returns {{owner: string, values: Record<string, string>} | null} @param {string} key */
function read(key) {
    try {
        return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? "null");
    } catch {
        return null;
    }
}

/** @param {(key: string) => boolean} which */
function drop(which) {
    try {
        Object.keys(sessionStorage)
            .filter((key) => key.startsWith(PREFIX) && which(key.slice(PREFIX.length)))
            .forEach((key) => sessionStorage.removeItem(key));
    } catch {
        // A forbidden storage has kept nothing.
    }
}

/** Fields in which Enter takes a choice while their list is open. */
const CHOICES = "vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-select, vaadin-date-picker, vaadin-time-picker";

class EditForm extends HTMLElement {
    #choosing = false;

    get #key() {
        return this.getAttribute("key") ?? "";
    }
    get #owner() {
        return this.getAttribute("owner") ?? "";
    }

    constructor() {
        super();
        // By the time the key arrives here the field has closed its list.
        this.addEventListener("keydown", (event) => (this.#choosing = event.composedPath().some((one) =>
            one instanceof HTMLElement && one.matches(CHOICES) && /** @type {any} */ (one).opened)), true);
        this.addEventListener("keydown", (event) => this.#pressed(event));
        ["input", "change"].forEach((name) => this.addEventListener(name, () => this.#keep()));
    }

    connectedCallback() {
        drop((key) => read(key)?.owner !== this.#owner);
        const kept = read(this.#key);
        if (kept) {
            requestAnimationFrame(() => this.#restore(kept.values));
        }
    }

    /** The form was left: nothing of it needs to be kept. */
    forget() {
        drop((key) => key === this.#key);
    }

    /** @returns {[string, any][]} */
    #fields() {
        const seen = new Map();
        return [...this.querySelectorAll(FIELDS)].map((field) => {
            const label = /** @type {any} */ (field).label ?? "";
            const place = seen.get(label) ?? 0;
            seen.set(label, place + 1);
            return [`${label} ${place}`, field];
        });
    }

    #keep() {
        const values = Object.fromEntries(this.#fields().map(([name, field]) => [name, field.value ?? ""]));
        try {
            sessionStorage.setItem(PREFIX + this.#key, JSON.stringify({ owner: this.#owner, values }));
        } catch {
            // A full or forbidden storage keeps nothing; the form goes on without it.
        }
    }

    /** @param {Record<string, string>} values */
    #restore(values) {
        let other = false;
        this.#fields().forEach(([name, field]) => {
            if (name in values && values[name] !== (field.value ?? "")) {
                field.value = values[name];
                field.dispatchEvent(new CustomEvent("change", { bubbles: true }));
                other = true;
            }
        });
        if (other) {
            this.dispatchEvent(new CustomEvent("tl-restored"));
        }
    }

    /** @param {KeyboardEvent} event */
    #pressed(event) {
        const typed = event.composedPath()[0];
        if (event.key !== "Enter" || this.#choosing || event.isComposing || !(typed instanceof HTMLInputElement)) {
            return;
        }
        event.preventDefault();
        // A field gives its value when it is left.
        typed.blur();
        typed.focus();
        setTimeout(() => this.dispatchEvent(new CustomEvent("tl-enter")));
    }
}

customElements.define("tl-edit-form", EditForm);

// Signing out leaves nothing behind.
document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href$='logout']")) {
        drop(() => true);
    }
});
