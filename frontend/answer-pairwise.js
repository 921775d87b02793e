// @ts-check
import { AnswerElement, el, unseen, words } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {import("./answer-element.js").Item[]} items
 * @property {number[]} random mean consistency index of random judgements of 3, 4, … items
 * @property {number} acceptable the largest consistency ratio that raises no question
 * @property {string} pair "Pair {0} of 10"
 * @property {string} question "“{0}” or “{1}”: which counts more?"
 * @property {string} done "{0} of 10 pairs judged"
 * @property {string} same
 * @property {string[]} steps what 3, 5, 7 and 9 times as much is called
 * @property {string} more "“{0}” counts more: {1}"
 * @property {string} fits with the consistency ratio
 * @property {string} contradicts likewise
 * @property {string} again
 * @property {string} doubtful why “{0}” against “{1}” is asked again
 * @property {string} clear
 */

/** @typedef {Record<string, number>} Value by pair: k if the first counts k times as much, −k if the second does, 1 for the same */

/** @typedef {{first: import("./answer-element.js").Item, second: import("./answer-element.js").Item, name: string}} Pair */

/** From the first to the second item. */
const STEPS = [9, 7, 5, 3, 1, -3, -5, -7, -9];
const MOST_ROUNDS = 1_000;

/** The principal eigenvector of a positive matrix by power iteration, and its eigenvalue. @param {number[][]} ratio */
function principal(ratio) {
    const times = (/** @type {number[]} */ vector) => ratio.map((row) => row.reduce((sum, one, j) => sum + one * vector[j], 0));
    let weights = ratio.map(() => 1 / ratio.length);
    for (let round = 0, moved = 1; round < MOST_ROUNDS && moved > 1e-12; round++) {
        const next = times(weights);
        const sum = next.reduce((all, one) => all + one, 0);
        moved = Math.max(...next.map((one, i) => Math.abs(one / sum - weights[i])));
        weights = next.map((one) => one / sum);
    }
    return { weights, largest: times(weights).reduce((sum, one, i) => sum + one / weights[i], 0) / weights.length };
}

/** Pair after pair, nine native radio buttons from one item to the other. */
class Pairwise extends AnswerElement {
    /** @type {Question} */
    #question = { items: [], random: [], acceptable: 0, pair: "", question: "", done: "", same: "", steps: [], more: "", fits: "", contradicts: "", again: "", doubtful: "", clear: "" };
    /** @type {Pair[]} */
    #pairs = [];
    /** As given: finer steps than the nine may come from an import. @type {Value} */
    #given = {};

    constructor() {
        super();
        this.addEventListener("change", (event) => {
            const radio = /** @type {HTMLInputElement} */ (event.target);
            this.#given[radio.dataset.pair ?? ""] = Number(radio.value);
            this.#paint();
            this.tell();
        });
        this.addEventListener("click", (event) => {
            if (/** @type {Element} */ (event.target).closest(".answer-bar .answer-spread")) {
                this.#again();
            }
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const { items, again, clear } = question;
        this.#pairs = items.flatMap((first, i) =>
            items.slice(i + 1).map((second) => ({ first, second, name: `${first.key}:${second.key}` })));
        this.append(
            el("div", { class: "answer-bar" },
                el("strong", { role: "status" }),
                el("button", { type: "button", class: "answer-spread", hidden: true }, again)),
            ...this.#pairs.map((pair, place) => this.#pair(pair, place + 1)),
            this.takeBack(clear, {}));
    }

    /** @override @returns {Value} */
    get value() {
        return { ...this.#given };
    }

    /** @param {Value} value */
    set value(value) {
        this.#given = { ...value };
        this.querySelectorAll("input").forEach((radio) => {
            const given = this.#given[radio.dataset.pair ?? ""] ?? 0;
            const shown = given % 2 === 0 ? given + Math.sign(given) : given;
            radio.checked = shown === Number(radio.value);
        });
        this.#paint();
    }

    /** @param {Pair} pair @param {number} place from 1 */
    #pair({ first, second, name }, place) {
        const { pair, question, same, steps, more } = this.#question;
        const step = (/** @type {number} */ value) => {
            const word = value === 1 ? same : steps[(Math.abs(value) - 3) / 2];
            const long = value === 1 ? same : words(more, value > 0 ? first.text : second.text, word);
            return el("label", {},
                el("input", { type: "radio", name: `${this.id_}-${place}`, value, "data-pair": name, "aria-label": long }),
                el("span", { "aria-hidden": "true" }, word));
        };
        return el("section", { class: "answer-set answer-pair", "data-pair": name, "aria-label": words(pair, place) },
            el("h2", { class: "answer-set-head" }, words(pair, place), unseen(`: ${words(question, first.text, second.text)}`)),
            el("div", { class: "answer-pair-steps", role: "radiogroup", "aria-label": words(question, first.text, second.text) },
                el("b", { "aria-hidden": "true" }, first.text),
                ...STEPS.map(step),
                el("b", { "aria-hidden": "true" }, second.text)),
            el("p", { class: "answer-hint" }));
    }

    /** Null before every pair is judged. @returns {{ratio: number, doubtful: Pair | undefined} | null} */
    #consistency() {
        const { items, random } = this.#question;
        if (this.#pairs.some(({ name }) => !this.#given[name])) {
            return null;
        }
        const place = new Map(items.map((item, i) => [item.key, i]));
        const ratio = items.map(() => items.map(() => 1));
        this.#pairs.forEach(({ first, second, name }) => {
            const [i, j] = [place.get(first.key) ?? 0, place.get(second.key) ?? 0];
            const given = this.#given[name];
            ratio[i][j] = given > 0 ? given : -1 / given;
            ratio[j][i] = 1 / ratio[i][j];
        });
        const { weights, largest } = principal(ratio);
        const index = items.length > 2 ? (largest - items.length) / (items.length - 1) : 0;
        const off = (/** @type {Pair} */ { first, second }) => {
            const [i, j] = [place.get(first.key) ?? 0, place.get(second.key) ?? 0];
            const by = (ratio[i][j] * weights[j]) / weights[i];
            return Math.max(by, 1 / by);
        };
        return {
            ratio: items.length > 2 ? Math.max(0, index / random[Math.min(items.length - 3, random.length - 1)]) : 0,
            doubtful: [...this.#pairs].sort((one, other) => off(other) - off(one))[0],
        };
    }

    /** Leads to the pair that fits the others least. */
    #again() {
        const pair = this.#consistency()?.doubtful;
        const section = [...this.querySelectorAll(".answer-pair")].find((one) => /** @type {HTMLElement} */ (one).dataset.pair === pair?.name);
        if (pair && section) {
            this.querySelectorAll(".answer-hint").forEach((hint) => (hint.textContent = ""));
            const hint = /** @type {HTMLElement} */ (section.querySelector(".answer-hint"));
            hint.textContent = words(this.#question.doubtful, pair.first.text, pair.second.text);
            hint.id = `${this.id_}-hint`;
            const group = /** @type {HTMLElement} */ (section.querySelector("[role=radiogroup]"));
            group.setAttribute("aria-describedby", hint.id);
            const radio = /** @type {HTMLElement | null} */ (section.querySelector("input:checked") ?? section.querySelector("input"));
            radio?.focus({ preventScroll: true });
            section.scrollIntoView({ block: "center" });
        }
    }

    #paint() {
        const { done, fits, contradicts, acceptable } = this.#question;
        const judged = this.#pairs.filter(({ name }) => this.#given[name]).length;
        const found = this.#consistency();
        const bad = found !== null && found.ratio > acceptable;
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        const [status, again] = /** @type {HTMLElement[]} */ ([...bar.children]);
        const ratio = new Intl.NumberFormat(document.documentElement.lang || undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        bar.dataset.tone = found === null ? "" : bad ? "warn" : "ok";
        status.textContent = found === null ? words(done, judged) : bad
            ? `! ${words(contradicts, ratio.format(found.ratio))}`
            : `✓ ${words(fits, ratio.format(found.ratio))}`;
        again.hidden = !bad;
        this.querySelectorAll(".answer-pair").forEach((section) => {
            const name = /** @type {HTMLElement} */ (section).dataset.pair ?? "";
            section.toggleAttribute("data-done", Boolean(this.#given[name]));
            const group = /** @type {HTMLElement} */ (section.querySelector("[role=radiogroup]"));
            if (!bad) {
                /** @type {HTMLElement} */ (section.querySelector(".answer-hint")).textContent = "";
                group.removeAttribute("aria-describedby");
            }
        });
    }
}

customElements.define("tl-pairwise", Pairwise);
