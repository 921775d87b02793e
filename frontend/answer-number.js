// @ts-check
import { AnswerElement, el } from "./answer-element.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} unit may be empty
 * @property {number} decimals
 * @property {number} digits so many fit before the decimals
 * @property {string | null} least
 * @property {string | null} greatest
 * @property {string} limits what may be given
 * @property {string} unreadable what stands there instead where it is no number
 * @property {string} outside
 * @property {string} fine too many decimals
 * @property {string} lengthy too many digits before them
 */

const LONGEST = 30;

/**
 * A number as it is written in the page's language. A text field: a browser's own number field would take "1,5" in its own
 * language only, and say nothing of what it does not understand.
 */
class NumberField extends AnswerElement {
    /** @type {Question} */
    #question = { title: "", unit: "", decimals: 0, digits: 0, least: null, greatest: null, limits: "", unreadable: "", outside: "", fine: "", lengthy: "" };

    constructor() {
        super();
        this.addEventListener("input", () => {
            this.#paint();
            this.tell(true);
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const { title, unit, decimals } = question;
        const bar = `${this.id_}-bar`;
        this.removeAttribute("role");
        this.removeAttribute("aria-label");
        this.append(
            el("div", { class: "answer-bar", id: bar }, el("strong", { role: "status" })),
            el("label", { class: "answer-entry" },
                el("span", { class: "tl-visually-hidden" }, title),
                el("input", { type: "text", inputmode: decimals ? "decimal" : "numeric", maxlength: LONGEST, autocomplete: "off", "aria-describedby": bar }),
                el("span", {}, unit)));
    }

    /** @override @returns {string | null} with a point, whatever the language; null where it is no number that can be kept */
    get value() {
        return this.#unfit ? null : read(this.#input.value);
    }

    /** @param {string | null} value */
    set value(value) {
        this.#input.value = (value ?? "").replace(".", separator());
        this.#paint();
    }

    /** @override @returns {string | null} */
    get typed() {
        return this.#unfit ? this.#input.value : null;
    }

    /** @param {string | null} typed */
    set typed(typed) {
        this.#input.value = typed ?? "";
        this.#paint();
    }

    get #input() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input"));
    }

    /** Why what stands there can't be kept; empty where it can. */
    get #unfit() {
        const { decimals, digits, unreadable, fine, lengthy } = this.#question;
        if (this.#input.value.trim() === "") {
            return "";
        }
        const number = read(this.#input.value);
        if (number === null) {
            return unreadable;
        }
        const [whole, rest = ""] = number.replace("-", "").split(".");
        if (rest.replace(/0+$/, "").length > decimals) {
            return fine;
        }
        return whole.replace(/^0+/, "").length > digits ? lengthy : "";
    }

    get #outside() {
        const { least, greatest, outside } = this.#question;
        const value = this.value;
        const number = Number(value);
        return value !== null && ((least !== null && number < Number(least)) || (greatest !== null && number > Number(greatest))) ? outside : "";
    }

    #paint() {
        const unfit = this.#unfit;
        const wrong = unfit || this.#outside;
        const given = this.value !== null;
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        bar.dataset.tone = wrong ? "warn" : given ? "ok" : "";
        /** @type {HTMLElement} */ (bar.firstChild).textContent = wrong ? `! ${wrong}` : (given ? "✓ " : "") + this.#question.limits;
        this.#input.setAttribute("aria-invalid", String(wrong !== ""));
        this.toggleAttribute("data-unfit", unfit !== "");
    }
}

function language() {
    return document.documentElement.lang || undefined;
}

function separator() {
    return new Intl.NumberFormat(language()).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
}

/**
 * Signs that group thousands are left out where they stand as groups; a point or comma that does not is the decimal one.
 *
 * @param {string} text @returns {string | null}
 */
function read(text) {
    const group = separator() === "," ? "." : ",";
    const plain = text.trim().replace(/[\s\u00a0\u202f'’]/g, "").replace("−", "-");
    const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${separator()}\\d+)?$`);
    const number = (grouped.test(plain) ? plain.replaceAll(group, "") : plain).replace(",", ".");
    return /^-?(\d+\.?\d*|\.\d+)$/.test(number) ? number.replace(/^(-?)\./, "$10.").replace(/\.$/, "") : null;
}

customElements.define("tl-number", NumberField);
