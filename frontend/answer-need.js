// @ts-check
import { AnswerElement, el } from "./answer-element.js";
import { Counted } from "./counted-text.js";

/**
 * @typedef {object} Choice
 * @property {"often" | "badly"} name
 * @property {string} label
 * @property {string} unsaid
 * @property {import("./answer-element.js").Item[]} items
 */

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {import("./counted-text.js").Limit} limit
 * @property {string} problem label of the problem
 * @property {string} who label of whom it concerns
 * @property {number} mostWho characters
 * @property {string} rest says that the rest may be left out
 * @property {Choice[]} choices
 */

/** @typedef {{words: string, who: string, often: string | null, badly: string | null}} Value */

/** A need in its four parts: the problem and whom it concerns in words, how often and how badly by native radio buttons. */
class Need extends AnswerElement {
    #problem = new Counted();

    constructor() {
        super();
        this.addEventListener("input", (event) =>
            this.tell(/** @type {HTMLInputElement} */ (event.target).type !== "radio"));
    }

    /** @override @param {Question} question */
    draw(question) {
        const { limit, problem, who, mostWho, rest, choices } = question;
        const [one, other] = [`${this.id_}-problem`, `${this.id_}-who`];
        this.#problem = new Counted(limit, true, { id: one });
        this.append(
            el("label", { class: "answer-label", for: one }, problem),
            ...this.#problem.parts,
            el("p", { class: "answer-rest" }, rest),
            el("label", { class: "answer-label", for: other }, who),
            el("input", { type: "text", id: other, maxlength: mostWho, autocomplete: "off" }),
            ...choices.map((choice) => this.#choice(choice)));
    }

    /** @override @returns {Value} */
    get value() {
        return { words: this.#problem.value, who: this.#who.value, often: this.#chosen("often"), badly: this.#chosen("badly") };
    }

    /** @param {Value} value */
    set value(value) {
        this.#problem.value = value.words;
        this.#who.value = value.who;
        this.#radios.forEach((radio) => {
            const said = radio.dataset.part === "often" ? value.often : value.badly;
            radio.checked = radio.value === (said ?? "");
        });
    }

    get #who() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input[type=text]"));
    }

    get #radios() {
        return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("input[type=radio]")]);
    }

    /** @param {string} part @returns {string | null} */
    #chosen(part) {
        return this.#radios.find((radio) => radio.checked && radio.dataset.part === part)?.value || null;
    }

    /** @param {Choice} choice */
    #choice({ name, label, unsaid, items }) {
        const option = (/** @type {string} */ value, /** @type {string} */ text) => el("label", {},
            el("input", { type: "radio", name: `${this.id_}-${name}`, value, "data-part": name }), el("span", {}, text));
        return el("fieldset", { class: "answer-pills" },
            el("legend", { class: "answer-label" }, label),
            ...items.map(({ key, text }) => option(key, text)),
            option("", unsaid));
    }
}

customElements.define("tl-need", Need);
