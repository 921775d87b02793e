// @ts-check
import { AnswerElement, el, unseen, words } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {number} least
 * @property {number} greatest
 * @property {string} low what the lower end means; may be empty
 * @property {string} high
 * @property {string} open what is said while nothing is chosen
 * @property {string} done "✓ {0} chosen"
 * @property {string} clear
 */

/** Steps of 44 px a phone has room for beside each other. */
const IN_A_ROW = 7;

/** A step between two named ends: native radio buttons in a row. */
class Scale extends AnswerElement {
    /** @type {Question} */
    #question = { title: "", least: 0, greatest: 0, low: "", high: "", open: "", done: "", clear: "" };

    constructor() {
        super();
        this.addEventListener("change", () => this.#changed());
        this.addEventListener("click", (event) => {
            if (/** @type {Element} */ (event.target).closest("button")) {
                this.value = null;
                this.#steps[0].focus();
                this.#changed();
            }
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const { least, greatest, low, high, title, clear } = question;
        const ends = low || high;
        const steps = greatest - least + 1;
        // Where not all fit beside each other, no row holds one alone.
        const rows = Math.ceil(steps / IN_A_ROW);
        const columns = Math.ceil(steps / rows);
        const last = steps - columns * (rows - 1);
        this.removeAttribute("role");
        this.removeAttribute("aria-label");
        this.append(el("fieldset", { class: "answer-options" },
            el("legend", { class: "tl-visually-hidden" }, title),
            el("div", { class: "answer-bar" },
                el("strong", { role: "status" }),
                el("button", { type: "button", class: "answer-spread" }, clear)),
            el("div", { class: rows > 1 ? "answer-line answer-rows" : "answer-line", style: `--steps: ${steps}; --columns: ${columns}; --last: ${last}` },
                ...Array.from({ length: steps }, (_, at) => this.#step(least + at)),
                ...(ends ? [el("p", { class: "answer-ends", "aria-hidden": "true" }, el("span", {}, low), el("span", {}, high))] : []))));
    }

    /** @override @returns {number | null} */
    get value() {
        const chosen = this.#steps.find((step) => step.checked);
        return chosen ? Number(chosen.value) : null;
    }

    /** @param {number | null} value */
    set value(value) {
        this.#steps.forEach((step) => (step.checked = value !== null && Number(step.value) === value));
        this.#paint();
    }

    get #steps() {
        return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("input")]);
    }

    /** @param {number} at */
    #step(at) {
        const { least, greatest, low, high } = this.#question;
        const end = at === least ? low : at === greatest ? high : "";
        return el("label", {},
            el("input", { type: "radio", name: this.id_, value: at }),
            el("span", {}, String(at), ...(end ? [unseen(` ${end}`)] : [])));
    }

    #changed() {
        this.#paint();
        this.tell();
    }

    #paint() {
        const { open, done } = this.#question;
        const value = this.value;
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        const [status, clear] = /** @type {HTMLElement[]} */ ([...bar.children]);
        bar.toggleAttribute("data-full", value !== null);
        status.textContent = value === null ? open : words(done, value);
        clear.setAttribute("aria-disabled", String(value === null));
    }
}

customElements.define("tl-scale", Scale);
