// @ts-check
import { AnswerElement, el } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string | null} earliest
 * @property {string | null} latest
 * @property {string} limits what may be given
 * @property {string} done what stands there instead where it was
 * @property {string} outside
 * @property {string} unreadable what stands there instead where only a part of a day does, or one there is not
 */

/** A day: the browser's own date field, with its calendar. */
class DateField extends AnswerElement {
    /** @type {Question} */
    #question = { title: "", earliest: null, latest: null, limits: "", done: "", outside: "", unreadable: "" };

    constructor() {
        super();
        // A day is told once it is whole; taking it back is told as well.
        this.addEventListener("input", () => {
            this.#paint();
            this.tell(true);
        });
        // A part of a day is no value, so that the browser says nothing of it: looked at when the field is left.
        this.addEventListener("focusout", () => this.#paint());
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const { title, earliest, latest } = question;
        const bar = `${this.id_}-bar`;
        this.removeAttribute("role");
        this.removeAttribute("aria-label");
        this.append(
            el("div", { class: "answer-bar", id: bar }, el("strong", { role: "status" })),
            el("label", { class: "answer-entry" },
                el("span", { class: "tl-visually-hidden" }, title),
                el("input", { type: "date", min: earliest ?? false, max: latest ?? "9999-12-31", "aria-describedby": bar })));
    }

    /** @override @returns {string | null} */
    get value() {
        return this.#input.value || null;
    }

    /** @param {string | null} value */
    set value(value) {
        this.#input.value = value ?? "";
        this.#paint();
    }

    get #input() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input"));
    }

    #paint() {
        const { limits, done, outside, unreadable, earliest, latest } = this.#question;
        const value = this.value;
        const unfit = this.#input.validity.badInput;
        const isOutside = value !== null && ((earliest !== null && value < earliest) || (latest !== null && value > latest));
        const wrong = unfit ? unreadable : isOutside ? outside : "";
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        bar.dataset.tone = wrong ? "warn" : value ? "ok" : "";
        /** @type {HTMLElement} */ (bar.firstChild).textContent = wrong ? `! ${wrong}` : value ? done : limits;
        this.#input.setAttribute("aria-invalid", String(wrong !== ""));
        this.toggleAttribute("data-unfit", unfit);
    }
}

customElements.define("tl-date", DateField);
