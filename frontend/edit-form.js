// @ts-check
/**
 * Around the fields of a form: Enter saves it, except where Enter means something to the field; and what is typed stays in
 * this tab's session storage until the form is left, so that a session that ends meanwhile loses none of it. The form,
 * opened again, has it back in those fields that still show what it replaced.
 */

/** @typedef {{value: string, was: string}} Typed was: what the field said before */

const PREFIX = "tl-form ";
const FIELDS = "vaadin-text-field, vaadin-text-area, vaadin-big-decimal-field, vaadin-date-picker, vaadin-integer-field";

/** @returns {{owner: string, typed: Record<string, Typed>} | null} @param {string} key */
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

/** Keys of the forms on the page. @type {Set<string>} */
const open = new Set();

/** What is kept, or which forms stand on the page, is not what it was. */
const changed = () => window.dispatchEvent(new CustomEvent("tl-forms"));

/** Fields in which Enter takes a choice while their list is open. */
const CHOICES = "vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-select, vaadin-date-picker, vaadin-time-picker";

class EditForm extends HTMLElement {
    #choosing = false;
    /** What each field said before somebody typed in it. @type {Map<any, string>} */
    #was = new Map();
    /** @type {Set<any>} */
    #touched = new Set();

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
        // Before the field itself hears of it: afterwards it has the new value already.
        ["focusin", "pointerdown", "input"].forEach((name) => this.addEventListener(name, (event) => this.#note(event), true));
        ["input", "change"].forEach((name) => this.addEventListener(name, (event) => this.#typed(event)));
    }

    connectedCallback() {
        drop((key) => read(key)?.owner !== this.#owner);
        open.add(this.#key);
        changed();
        requestAnimationFrame(() => this.#restore(read(this.#key)?.typed ?? {}));
    }

    disconnectedCallback() {
        open.delete(this.#key);
        changed();
    }

    /** The form was left: nothing of it needs to be kept. */
    forget() {
        drop((key) => key === this.#key);
        this.#touched.clear();
        changed();
    }

    /** @param {Event} event @returns {any} */
    static #fieldOf(event) {
        return event.composedPath().find((one) => one instanceof HTMLElement && one.matches(FIELDS));
    }

    /** @param {Event} event */
    #note(event) {
        const field = EditForm.#fieldOf(event);
        if (field && !this.#touched.has(field)) {
            this.#was.set(field, field.value ?? "");
        }
    }

    /** @param {Event} event */
    #typed(event) {
        const field = EditForm.#fieldOf(event);
        if (this.#was.has(field)) {
            this.#touched.add(field);
            this.#keep();
        }
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
        const typed = Object.fromEntries(this.#fields()
            .filter(([, field]) => this.#touched.has(field))
            .map(([name, field]) => [name, { value: field.value ?? "", was: this.#was.get(field) }]));
        try {
            sessionStorage.setItem(PREFIX + this.#key, JSON.stringify({ owner: this.#owner, typed }));
        } catch {
            // A full or forbidden storage keeps nothing; the form goes on without it.
        }
    }

    /** What somebody else has changed since stays as it is. @param {Record<string, Typed>} typed */
    #restore(typed) {
        let other = false;
        this.#fields().forEach(([name, field]) => {
            const { value, was } = typed[name] ?? {};
            if (value !== undefined && value !== was && was === (field.value ?? "") && !field.readonly) {
                this.#was.set(field, was);
                field.value = value;
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

/** Tells which forms of an object have something typed in them that was never saved, and don't stand on the page. */
class LeftForms extends HTMLElement {
    #told = "[]";
    #timer = 0;
    // A form that is closed is forgotten a moment later.
    #heard = () => {
        clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => this.look(), 300);
    };

    connectedCallback() {
        window.addEventListener("tl-forms", this.#heard);
    }

    disconnectedCallback() {
        clearTimeout(this.#timer);
        window.removeEventListener("tl-forms", this.#heard);
    }

    look() {
        const forms = this.#left();
        if (JSON.stringify(forms) !== this.#told) {
            this.#told = JSON.stringify(forms);
            this.dispatchEvent(new CustomEvent("tl-left-forms", { detail: forms }));
        }
    }

    /** @returns {string[]} what stands behind the object in their keys */
    #left() {
        const object = `${this.getAttribute("object")} `;
        try {
            return Object.keys(sessionStorage)
                .filter((key) => key.startsWith(PREFIX + object))
                .map((key) => key.slice(PREFIX.length))
                .filter((key) => {
                    const kept = read(key);
                    return !open.has(key) && kept?.owner === this.getAttribute("owner")
                        && Object.values(kept.typed).some(({ value, was }) => value !== was);
                })
                .map((key) => key.slice(object.length))
                .sort();
        } catch {
            return [];
        }
    }
}

customElements.define("tl-left-forms", LeftForms);

// Signing out leaves nothing behind.
document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href$='logout']")) {
        drop(() => true);
    }
});
