// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {number} total
 * @property {import("./answer-element.js").Item[]} items
 * @property {string} left "{0} of 100 points left"
 * @property {string} over "{0} points too many"
 * @property {string} done
 * @property {string} more "More for “{0}”"
 * @property {string} less
 * @property {string} spread
 * @property {string} undo
 */

/** @typedef {Record<string, number>} Value */

const STEP = 5;
const ANNOUNCE_AFTER = 700;

/** 100 points over a list: native number fields with − and + beside them; what is left is shown and announced. */
class PointsField extends AnswerElement {
    /** @type {Question} */
    #question = { total: 0, items: [], left: "", over: "", done: "", more: "", less: "", spread: "", undo: "" };
    /** What stood before the rest was spread, for taking that back. @type {Value | undefined} */
    #before;
    #announcing = 0;

    constructor() {
        super();
        this.addEventListener("input", () => this.#changed(true));
        this.addEventListener("change", (event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            input.value = String(this.#points(input));
            this.#changed(false);
        });
        this.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button");
            if (button?.dataset.step) {
                this.#step(/** @type {HTMLElement} */ (button.parentElement), Number(button.dataset.step));
            } else if (button) {
                this.#spread();
            }
        });
        this.addEventListener("focusin", (event) => {
            if (event.target instanceof HTMLInputElement) {
                event.target.select();
            }
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        this.append(
            el("div", { class: "answer-bar" },
                el("strong", { "aria-hidden": "true" }),
                el("span", { class: "tl-visually-hidden", role: "status" }),
                el("button", { type: "button", class: "answer-spread" }, question.spread),
                el("span", { class: "answer-meter", "aria-hidden": "true" }, el("i"))),
            el("ul", { class: "answer-items", role: "list" }, ...question.items.map((item, place) => this.#item(item, place))),
        );
    }

    /** @override @returns {Value} */
    get value() {
        return Object.fromEntries(this.#inputs.map((input) => [input.dataset.item ?? "", this.#points(input)]));
    }

    /** @param {Value} value */
    set value(value) {
        this.#inputs.forEach((input) => (input.value = String(value[input.dataset.item ?? ""] ?? 0)));
        this.#paint();
    }

    get #inputs() {
        return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("input")]);
    }

    get #left() {
        return this.#question.total - this.#inputs.reduce((sum, input) => sum + this.#points(input), 0);
    }

    /** @param {HTMLInputElement} input */
    #points(input) {
        const value = Math.round(Number(input.value));
        return Number.isFinite(value) ? Math.min(this.#question.total, Math.max(0, value)) : 0;
    }

    /** @param {import("./answer-element.js").Item} item @param {number} place */
    #item(item, place) {
        const { total, more, less } = this.#question;
        // The number field has its own keys; the buttons are for pointers and need no stop of their own.
        const button = (/** @type {number} */ step, /** @type {string} */ sign, /** @type {string} */ label) => el(
            "button", { type: "button", tabindex: -1, "data-step": step, "aria-label": words(label, item.text) }, sign);
        return el("li", { class: "answer-item answer-points" },
            el("label", { for: `${this.id_}-${place}` }, item.text),
            el("span", { class: "answer-steps" },
                button(-STEP, "−", less),
                el("input", { id: `${this.id_}-${place}`, type: "number", inputmode: "numeric", min: 0, max: total, step: 1,
                    "data-item": item.key, autocomplete: "off" }),
                button(STEP, "+", more)),
            el("span", { class: "answer-meter", "aria-hidden": "true" }, el("i")));
    }

    /** @param {HTMLElement} row @param {number} step */
    #step(row, step) {
        const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
        const left = Math.max(0, this.#left);
        const by = step > 0 ? Math.min(step, left) : step;
        input.value = String(Math.max(0, this.#points(input) + by));
        this.#changed(false);
    }

    #spread() {
        if (this.#before) {
            this.value = this.#before;
            this.#changed(false);
            return;
        }
        const left = this.#left;
        if (left <= 0) {
            return;
        }
        const before = this.value;
        const empty = this.#inputs.filter((input) => this.#points(input) === 0);
        const takers = empty.length ? empty : this.#inputs;
        takers.forEach((input, place) => {
            const share = Math.floor(left / takers.length) + (place < left % takers.length ? 1 : 0);
            input.value = String(this.#points(input) + share);
        });
        this.#changed(false);
        this.#before = before;
        this.#paint();
    }

    /** @param {boolean} typing */
    #changed(typing) {
        this.#before = undefined;
        this.#paint();
        this.tell(typing);
    }

    #paint() {
        const { total, left, over, done, spread, undo } = this.#question;
        const rest = this.#left;
        const text = rest === 0 ? done : rest > 0 ? words(left, rest) : words(over, -rest);
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        const [shown, announced, button, meter] = /** @type {HTMLElement[]} */ ([...bar.children]);
        bar.dataset.tone = rest === 0 ? "ok" : rest > 0 ? "" : "bad";
        shown.textContent = (rest === 0 ? "✓ " : rest < 0 ? "! " : "") + text;
        clearTimeout(this.#announcing);
        this.#announcing = window.setTimeout(() => (announced.textContent = text), ANNOUNCE_AFTER);
        button.textContent = this.#before ? undo : spread;
        button.setAttribute("aria-disabled", String(!this.#before && rest <= 0));
        /** @type {HTMLElement} */ (meter.firstChild).style.width = `${Math.min(100, ((total - rest) / total) * 100)}%`;
        this.#inputs.forEach((input) => {
            const row = /** @type {HTMLElement} */ (input.closest(".answer-item"));
            const points = this.#points(input);
            row.toggleAttribute("data-chosen", points > 0);
            /** @type {HTMLElement} */ (row.querySelector(".answer-meter i")).style.width = `${(points / total) * 100}%`;
        });
    }
}

customElements.define("tl-points", PointsField);
