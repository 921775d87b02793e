// @ts-check
import { AnswerElement, el, words } from "./answer-element.js";

/** @typedef {"there" | "missing"} Side */

/**
 * @typedef {object} Question
 * @property {import("./answer-element.js").Item[]} items
 * @property {import("./answer-element.js").Item[]} feelings from liking to disliking
 * @property {string} there "If it is there:"
 * @property {string} missing
 * @property {string} thereLong the same about “{0}”
 * @property {string} missingLong
 * @property {string} done "{0} of 7 complete"
 * @property {string} both a hint: “{0}” feels the same, {1}, with and without
 * @property {string} clear
 */

/** @typedef {Record<string, {there: string | null, missing: string | null}>} Value by item */

/** Item after item, two groups of native radio buttons; a hint where the two contradict each other. */
class Kano extends AnswerElement {
    /** @type {Question} */
    #question = { items: [], feelings: [], there: "", missing: "", thereLong: "", missingLong: "", done: "", both: "", clear: "" };

    constructor() {
        super();
        this.addEventListener("change", () => {
            this.#paint();
            this.tell();
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const { there, missing, thereLong, missingLong, clear } = question;
        this.append(
            el("div", { class: "answer-bar" }, el("strong", { role: "status" })),
            ...question.items.map((item, place) => el("section", { class: "answer-set", "aria-label": item.text },
                el("h2", { class: "answer-kano-item" }, item.text),
                this.#side(item, place, "there", there, thereLong),
                this.#side(item, place, "missing", missing, missingLong),
                el("p", { class: "answer-hint", role: "status" }))),
            this.takeBack(clear, {}),
        );
    }

    /** @override @returns {Value} */
    get value() {
        return Object.fromEntries(this.#question.items.map(({ key }) =>
            [key, { there: this.#chosen(key, "there"), missing: this.#chosen(key, "missing") }]));
    }

    /** @param {Value} value */
    set value(value) {
        this.querySelectorAll("input").forEach((radio) => {
            const pair = value[radio.dataset.item ?? ""];
            radio.checked = Boolean(pair) && pair[/** @type {Side} */ (radio.dataset.side)] === radio.value;
        });
        this.#paint();
    }

    /** @param {string} key @param {Side} side */
    #chosen(key, side) {
        const radios = [...this.querySelectorAll("input")];
        return radios.find((one) => one.checked && one.dataset.item === key && one.dataset.side === side)?.value ?? null;
    }

    /** @param {import("./answer-element.js").Item} item @param {number} place @param {Side} which @param {string} head @param {string} long */
    #side(item, place, which, head, long) {
        return el("div", { class: "answer-feelings", role: "radiogroup", "aria-label": words(long, item.text) },
            el("span", { class: "answer-feelings-head", "aria-hidden": "true" }, head),
            ...this.#question.feelings.map(({ key, text }) => el("label", {},
                el("input", { type: "radio", name: `${this.id_}-${place}-${which}`, value: key, "data-item": item.key, "data-side": which }),
                el("span", {}, text))));
    }

    #paint() {
        const { items, feelings, done, both } = this.#question;
        const pairs = this.value;
        const complete = items.filter(({ key }) => pairs[key].there && pairs[key].missing).length;
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        bar.dataset.tone = complete === items.length ? "ok" : "";
        /** @type {HTMLElement} */ (bar.firstChild).textContent = (complete === items.length ? "✓ " : "") + words(done, complete);
        this.querySelectorAll(".answer-set").forEach((set, place) => {
            const { there, missing } = pairs[items[place].key];
            const contradict = there === missing && (there === "LIKE" || there === "DISLIKE");
            const hint = /** @type {HTMLElement} */ (set.querySelector(".answer-hint"));
            const text = contradict ? words(both, items[place].text, feelings.find(({ key }) => key === there)?.text ?? "") : "";
            if (hint.textContent !== text) {
                hint.textContent = text;
            }
        });
    }
}

customElements.define("tl-kano", Kano);
