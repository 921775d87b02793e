// @ts-check
import { AnswerElement, el, unseen, words } from "./answer-element.js";

/**
 * @typedef {{id: string, name: string, size: string}} Given a file that arrived
 * @typedef {object} Said
 * @property {string} choose
 * @property {string} drop
 * @property {string} count
 * @property {string} sending
 * @property {string} sent
 * @property {string} remove
 * @property {string} removed
 * @property {string} failed
 * @property {string} retry
 * @property {string} tooLarge
 * @property {string} tooMany
 */

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} accept
 * @property {number} most
 * @property {number} longest in bytes
 * @property {boolean} open whether files can be sent: not in a preview
 * @property {string} limits what may be given
 * @property {Said} said
 */

/**
 * Files: the browser's own chooser (on a phone with its camera), or dropped here. Each is sent at once; the answer names
 * those that arrived, so that nothing but names is ever kept in this tab.
 */
class FilesField extends AnswerElement {
    /** @type {Question} */
    #question = /** @type {any} */ ({});
    /** @type {Given[]} */
    #given = [];
    /** On their way. @type {Set<XMLHttpRequest>} */
    #sending = new Set();

    constructor() {
        super();
        this.addEventListener("change", (event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            this.#take([...(input.files ?? [])]);
            input.value = "";
        });
        this.addEventListener("click", (event) => {
            const button = /** @type {Element} */ (event.target).closest("button[data-id]");
            if (button) {
                this.#remove(/** @type {HTMLElement} */ (button).dataset.id ?? "");
            }
        });
        this.addEventListener("dragover", (event) => {
            event.preventDefault();
            this.toggleAttribute("data-over", true);
        });
        this.addEventListener("dragleave", () => this.toggleAttribute("data-over", false));
        this.addEventListener("drop", (event) => {
            event.preventDefault();
            this.toggleAttribute("data-over", false);
            this.#take([...(event.dataTransfer?.files ?? [])]);
        });
    }

    /** @override @param {Question} question */
    draw(question) {
        this.#question = question;
        const bar = `${this.id_}-bar`;
        const input = el("input", {
            type: "file", accept: question.accept, multiple: question.most > 1, disabled: !question.open, "aria-describedby": bar,
        });
        this.append(
            el("div", { class: "answer-bar", id: bar }, el("strong", { role: "status" }), el("span", {}, question.limits)),
            el("ul", { class: "answer-files" }),
            el("label", { class: "answer-choose" }, input, el("span", {}, question.said.choose), el("small", {}, question.said.drop)),
            el("p", { class: "answer-files-wrong", role: "alert" }));
    }

    /** @override @returns {Given[]} */
    get value() {
        return this.#given;
    }

    /** @param {Given[]} value */
    set value(value) {
        this.#given = value ?? [];
        this.#list.querySelectorAll("li:not([data-sending])").forEach((one) => one.remove());
        this.#list.prepend(...this.#given.map((one) => this.#row(one)));
        this.#paint();
    }

    get #list() {
        return /** @type {HTMLElement} */ (this.querySelector(".answer-files"));
    }

    get #input() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input"));
    }

    /** @param {Given} one */
    #row(one) {
        const { remove } = this.#question.said;
        return el("li", {},
            el("span", {}, one.name), el("small", {}, one.size),
            el("button", { type: "button", "data-id": one.id, "aria-label": words(remove, one.name) }, "✕"));
    }

    /** Where one file is asked for, another one takes its place. */
    get #isFull() {
        const { most } = this.#question;
        return most > 1 && this.#given.length + this.#sending.size >= most;
    }

    /** @param {File[]} files */
    #take(files) {
        const { longest, most, open, said } = this.#question;
        this.#complain("");
        if (!open) {
            return;
        }
        for (const [place, file] of files.entries()) {
            if (this.#isFull || (most === 1 && place > 0)) {
                this.#complain(said.tooMany);
            } else if (file.size > longest) {
                this.#complain(`${file.name}: ${said.tooLarge}`);
            } else {
                this.#send(file);
            }
        }
    }

    /** @param {File} file */
    #send(file) {
        const { said } = this.#question;
        const progress = el("progress", { max: 1, value: 0, "aria-label": words(said.sending, file.name) });
        const row = el("li", { "data-sending": true }, el("span", {}, file.name), progress);
        const request = new XMLHttpRequest();
        if (this.#question.most === 1) {
            const replaced = [...this.#sending];
            this.#sending.clear();
            replaced.forEach((one) => one.abort());
            this.#list.querySelectorAll("[data-sending]").forEach((one) => one.remove());
        }
        this.#list.append(row);
        this.#sending.add(request);
        this.#paint(words(said.sending, file.name));
        request.open("POST", this.getAttribute("target") ?? "");
        request.setRequestHeader("X-Filename", encodeURIComponent(file.name.toWellFormed?.() ?? file.name));
        request.setRequestHeader("Content-Type", "application/octet-stream");
        request.upload.onprogress = (event) => {
            if (event.lengthComputable) {
                /** @type {HTMLProgressElement} */ (progress).value = event.loaded / event.total;
            }
        };
        request.onloadend = () => {
            if (!this.#sending.delete(request)) {
                return; // Another file has taken its place.
            }
            const reply = request.status === 200 ? FilesField.#parse(request.responseText) : undefined;
            if (reply?.id) {
                if (this.#question.most === 1) {
                    this.#given = [];
                    this.#list.querySelectorAll("li:not([data-sending])").forEach((one) => one.remove());
                }
                this.#given = [...this.#given, reply];
                row.replaceWith(this.#row(reply));
                this.#paint(words(said.sent, reply.name));
                this.tell();
            } else if (reply?.refused) {
                row.remove();
                this.#complain(`${file.name}: ${reply.refused}`);
                this.#paint();
            } else {
                this.#offerAgain(row, file);
            }
        };
        request.send(file);
    }

    /** @param {string} text @returns {(Given & {refused?: string}) | undefined} */
    static #parse(text) {
        try {
            return JSON.parse(text);
        } catch {
            return undefined;
        }
    }

    /** @param {HTMLElement} row @param {File} file */
    #offerAgain(row, file) {
        const { failed, retry } = this.#question.said;
        const again = el("button", { type: "button", class: "answer-again" }, retry, unseen(file.name));
        again.addEventListener("click", () => {
            row.remove();
            this.#input.focus();
            this.#take([file]);
        });
        row.replaceChildren(el("span", {}, file.name), el("small", {}, `! ${failed}`), again);
        this.#complain(`${file.name}: ${failed}`);
        this.#paint();
    }

    /** @param {string} id */
    #remove(id) {
        const at = this.#given.findIndex((one) => one.id === id);
        const [gone] = this.#given.splice(at, 1);
        this.#given = [...this.#given];
        this.#list.querySelector(`button[data-id="${CSS.escape(id)}"]`)?.closest("li")?.remove();
        this.#paint(words(this.#question.said.removed, gone.name));
        const buttons = /** @type {NodeListOf<HTMLElement>} */ (this.#list.querySelectorAll("button[data-id]"));
        (buttons[Math.min(at, buttons.length - 1)] ?? this.#input).focus();
        this.tell();
    }

    /** @param {string} wrong */
    #complain(wrong) {
        const place = /** @type {HTMLElement} */ (this.querySelector(".answer-files-wrong"));
        place.textContent = wrong && `! ${wrong}`;
    }

    /** @param {string} [happened] just now */
    #paint(happened) {
        const { said: { count }, open } = this.#question;
        const bar = /** @type {HTMLElement} */ (this.querySelector(".answer-bar"));
        const full = this.#isFull;
        bar.dataset.tone = this.#given.length ? "ok" : "";
        const told = /** @type {HTMLElement} */ (bar.firstChild);
        told.textContent = (this.#given.length ? "✓ " : "") + words(count, this.#given.length);
        if (happened) {
            told.append(unseen(` ${happened}`));
        }
        this.#input.setAttribute("aria-disabled", String(full || !open));
        /** @type {HTMLElement} */ (this.querySelector(".answer-choose")).toggleAttribute("data-full", full);
    }
}

customElements.define("tl-files", FilesField);
