// @ts-check
import { el, words } from "./answer-element.js";

/**
 * @typedef {object} Limit
 * @property {number} most characters
 * @property {string} count "{0} of 4,000 characters"
 * @property {string} left "{0} characters left"
 */

const NEARLY = 200;
let count = 0;

/** A text field that says how long the text is, and aloud when it is nearly full. */
export class Counted {
    #limit;
    #counter;
    #announced = el("span", { class: "tl-visually-hidden", role: "status" });
    field;

    /** @param {Limit} [limit] @param {boolean} [lines] more than one @param {Record<string, string>} [attributes] */
    constructor(limit = { most: 0, count: "", left: "" }, lines = true, attributes = {}) {
        const id = `counted-${++count}`;
        this.#limit = limit;
        this.#counter = el("span", { id, class: "answer-count" });
        const all = { ...attributes, maxlength: limit.most, "aria-describedby": id };
        this.field = /** @type {HTMLTextAreaElement | HTMLInputElement} */ (
            lines ? el("textarea", { rows: 6, ...all }) : el("input", { type: "text", autocomplete: "off", ...all }));
        this.field.addEventListener("input", () => this.#paint());
    }

    get parts() {
        return [this.field, this.#counter, this.#announced];
    }

    get value() {
        return this.field.value;
    }

    set value(value) {
        this.field.value = value;
        this.#paint();
    }

    #paint() {
        const { most, count, left } = this.#limit;
        const length = this.field.value.length;
        const language = document.documentElement.lang || undefined;
        this.#counter.textContent = words(count, length.toLocaleString(language));
        const rest = most - length;
        // Said every fifty characters, not at each.
        this.#announced.textContent = rest > NEARLY || !length ? "" : words(left, Math.ceil(rest / 50) * 50);
    }
}
