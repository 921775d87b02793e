// @ts-check
import { drop, everything, find, keyOf, write } from "./tab-storage.js";

/**
 * Keeps what a person gives until the server has it: every value goes to this tab's session storage first, then to the
 * server with a stamp that makes a repetition harmless, and leaves the storage when the server says it is stored. After
 * a lost connection, an expired session or a reload, what is still there is sent again.
 */

/**
 * @typedef {object} Kept
 * @property {string} owner whose it is
 * @property {string} object what it belongs to
 * @property {string} field which part of that
 * @property {unknown} value
 * @property {string} tab made when the page was loaded: a value sent again is known by it and its sequence
 * @property {number} sequence
 * @property {number} seen the revision this page last saw
 * @property {unknown[]} [over] what it replaces: what stood there when it was begun, and what was sent of it since
 * @property {boolean} [disputed] the person has yet to say whether it stands or what somebody else wrote
 */

/**
 * @typedef {object} Reply
 * @property {string} object
 * @property {string} field
 * @property {string} tab
 * @property {number} sequence
 * @property {"saved"|"failed"|"refused"|"disputed"|"held"|"over"} state
 * @property {string} text
 * @property {number} revision
 */

const PAUSE_WHILE_TYPING = 800;
const PAUSE = 100;
const PATIENCE = 10_000;

const TAB = uuid();
let sequence = 0;
/** @type {Map<string, number>} */
const revisions = new Map();
/** What stands stored, as far as this page knows, by key. @type {Map<string, unknown>} */
const stored = new Map();
/** What was sent and is not confirmed, by key, tab and sequence. @type {Map<string, unknown>} */
const sent = new Map();
/** Of what is sent while nothing is confirmed, this much is remembered beside what stood there first. */
const LATEST = 5;

/** @param {{object: string, field: string, tab: string, sequence: number}} one */
const nameOf = (one) => `${keyOf(one.object, one.field)} ${one.tab} ${one.sequence}`;

/** Under this name the tab keeps what was typed into a field and can't be stored; it is never sent. @param {string} object */
const typedIn = (object) => `${object} typed`;

/** Works without a secure context, too. */
function uuid() {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 0x0f) | 0x40;
    b[8] = (b[8] & 0x3f) | 0x80;
    const hex = [...b].map((one) => one.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */

/** @param {Element} drawn */
const inputs = (drawn) => /** @type {Input[]} */ ([...drawn.querySelectorAll("input, textarea")]);

class Keep extends HTMLElement {
    /** By field. @type {Map<string, Kept>} */
    #waiting = new Map();
    #timer = 0;
    #patience = 0;
    /** Where the caret is, to be found again where the page is drawn anew. @type {{input: Input, field: string | null, place: number} | undefined} */
    #caret;
    /** @type {Array<[EventTarget, string, EventListener, boolean]>} */
    #ears = [];

    get #owner() {
        return this.getAttribute("owner") ?? "";
    }
    get #object() {
        return this.getAttribute("object") ?? "";
    }
    get #field() {
        return this.getAttribute("field") ?? "";
    }
    /** Fields of several names stand inside; each tells its own. */
    get #many() {
        return this.hasAttribute("many");
    }
    /** A held value is only kept; the person sends it. */
    get #holds() {
        return this.hasAttribute("holds");
    }

    connectedCallback() {
        drop((kept) => kept.owner !== this.#owner);
        revisions.set(keyOf(this.#object, this.#field), Number(this.getAttribute("seen") ?? 0));
        const hear = (/** @type {EventTarget} */ on, /** @type {string} */ what, /** @type {EventListener} */ how, capture = false) => {
            on.addEventListener(what, how, capture);
            this.#ears.push([on, what, how, capture]);
        };
        hear(this, "answer", (event) => this.#given(/** @type {CustomEvent} */ (event)), true);
        hear(this, "tl-ready", (event) => this.#restore(event.target));
        hear(this, "click", (event) => this.#stay(event), true);
        hear(this, "focusin", (event) => this.#entered(/** @type {Element} */ (event.target)));
        hear(this, "focusout", () => {
            this.#flush();
            queueMicrotask(() => this.#left());
        });
        hear(this, "click", (event) => {
            if (/** @type {Element} */ (event.target).closest(".tl-save button")) {
                this.replay();
            }
        });
        hear(window, "pagehide", () => this.#flush());
        hear(window, "popstate", () => this.#flush());
        hear(window, "online", () => this.replay());
        hear(window, "offline", () => this.#unsaved && !this.#holds && this.#say("failed"));
        hear(document, "visibilitychange", () => {
            if (document.visibilityState === "visible") {
                this.dispatchEvent(new CustomEvent("tl-look", { detail: { tab: TAB } }));
            } else {
                this.#flush();
            }
        });
    }

    disconnectedCallback() {
        clearTimeout(this.#timer);
        clearTimeout(this.#patience);
        this.#ears.forEach(([on, what, how, capture]) => on.removeEventListener(what, how, capture));
        this.#ears = [];
    }

    get #unsaved() {
        return everything().some(([, kept]) => kept?.object === this.#object && (this.#many || kept.field === this.#field));
    }

    /** Sends everything of this object that the server has not confirmed. */
    replay() {
        everything()
            .filter(([, kept]) => kept.object === this.#object)
            .forEach(([, kept]) => this.#send(kept));
    }

    /** @param {Reply} reply */
    heard(reply) {
        if (reply.field !== this.#field && reply.state === "saved" && (!this.#many || this.#unsaved)) {
            return;
        }
        const kept = find(this.#object, reply.field || this.#field);
        if (reply.state === "saved" && kept && !(kept.tab === reply.tab && kept.sequence === reply.sequence)) {
            return;
        }
        clearTimeout(this.#patience);
        // A field says itself what of it is not stored.
        const quiet = reply.state === "saved" && this.#unfit !== undefined;
        this.#say(quiet ? "" : reply.state, quiet ? "" : reply.text);
    }

    /** Of a field in which something stands that can't be kept, as far as it is shown. @returns {HTMLElement | undefined} */
    get #unfit() {
        return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-unfit] input")])
            .find((input) => input.getClientRects().length > 0);
    }

    /** The way on is not taken while what was typed would be left behind. @param {Event} event */
    #stay(event) {
        const onward = /** @type {Element} */ (event.target).closest(".survey-steps [theme~='primary']");
        const unfit = onward ? this.#unfit : undefined;
        if (unfit) {
            event.stopPropagation();
            unfit.focus();
        }
    }

    /** What happened to something that was never kept here. @param {string} state @param {string} text */
    tell(state, text) {
        if (!this.#unsaved) {
            this.#say(state, text);
        }
    }

    /** @param {CustomEvent} event */
    #given(event) {
        event.stopPropagation();
        const field = event.detail.field ?? this.#field;
        const before = find(this.#object, field);
        const kept = {
            owner: this.#owner,
            object: this.#object,
            field,
            // As it is now: what the field goes on with is another value.
            value: structuredClone(event.detail.value),
            tab: this.#holds ? (before?.tab ?? uuid()) : TAB,
            sequence: ++sequence,
            seen: revisions.get(keyOf(this.#object, field)) ?? 0,
            over: before?.over ?? (stored.has(keyOf(this.#object, field)) ? [stored.get(keyOf(this.#object, field))] : undefined),
            disputed: before?.disputed,
        };
        write(kept);
        this.#type(field, event.detail.typed ?? null);
        this.#waiting.set(field, kept);
        this.#say(this.#holds ? "held" : "saving");
        if (!this.#timer) {
            this.#timer = window.setTimeout(() => this.#flush(), event.detail.typing ? PAUSE_WHILE_TYPING : PAUSE);
        }
    }

    /** @param {string} field @param {string | null} typed */
    #type(field, typed) {
        if (typed === null) {
            drop((kept) => kept.object === typedIn(this.#object) && kept.field === field);
        } else {
            write({ owner: this.#owner, object: typedIn(this.#object), field, value: typed });
        }
    }

    /** @param {EventTarget | null} target */
    #restore(target) {
        const drawn = /** @type {Element} */ (target);
        const field = drawn.getAttribute("field") ?? this.#field;
        if (drawn.hasAttribute("seen")) {
            revisions.set(keyOf(this.#object, field), Number(drawn.getAttribute("seen")));
        }
        const kept = find(this.#object, field);
        if ("drawn" in drawn && !kept?.disputed) {
            stored.set(keyOf(this.#object, field), drawn.drawn);
        }
        if (kept) {
            /** @type {HTMLElement & {value: unknown}} */ (target).value = kept.value;
            if (!kept.disputed) {
                this.#say(this.#holds ? "held" : "saving");
            }
        }
        const typed = find(typedIn(this.#object), field);
        // An answer that was given since, on another device, stands instead.
        if (typed && "typed" in drawn && /** @type {any} */ (drawn).value === null) {
            drawn.typed = typed.value;
            this.#say("");
        }
        this.#enterAgain(drawn, field);
    }

    /** @param {Element} target */
    #entered(target) {
        const drawn = this.#many && target.matches("input, textarea") ? target.closest("[field]") : null;
        this.#caret = drawn && drawn !== this
            ? { input: /** @type {Input} */ (target), field: drawn.getAttribute("field"), place: inputs(drawn).indexOf(/** @type {Input} */ (target)) }
            : undefined;
    }

    /** Whoever left a field has no caret; a field that is gone was not left. */
    #left() {
        if (this.#caret?.input.isConnected && document.activeElement === document.body) {
            this.#caret = undefined;
        }
    }

    /** Only where the focus was lost with the field: whoever went on elsewhere stays there. @param {Element} drawn @param {string} field */
    #enterAgain(drawn, field) {
        const caret = this.#caret;
        if (caret?.field === field && !caret.input.isConnected && document.activeElement === document.body) {
            const input = inputs(drawn)[caret.place];
            input?.focus();
            input?.setSelectionRange(caret.input.selectionStart, caret.input.selectionEnd);
        }
    }

    #flush() {
        clearTimeout(this.#timer);
        this.#timer = 0;
        const waiting = [...this.#waiting.values()];
        this.#waiting.clear();
        waiting.forEach((kept) => this.#send(kept));
    }

    /** @param {Kept} kept */
    #send(kept) {
        if (!this.#holds) {
            this.#say("saving");
            clearTimeout(this.#patience);
            this.#patience = window.setTimeout(() => this.#say("failed"), PATIENCE);
        }
        this.dispatchEvent(new CustomEvent("tl-save", { detail: kept }));
        remember(kept);
    }

    /** @param {string} state @param {string} [text] */
    #say(state, text) {
        const place = this.querySelector(".tl-save");
        if (!place) {
            return;
        }
        const words = text || this.getAttribute(`data-${state}`) || "";
        const [shown, announced, retry] = /** @type {HTMLElement[]} */ ([...place.children]);
        place.setAttribute("data-state", state);
        shown.textContent = words;
        retry.hidden = state !== "failed";
        if (state !== "saving" && announced.textContent !== words) {
            announced.textContent = words;
        }
    }
}

customElements.define("tl-keep", Keep);

/** It may be stored by now, also where nobody says so any more: what is typed next goes on from it. @param {Kept} kept */
function remember(kept) {
    sent.set(nameOf(kept), kept.value);
    const now = find(kept.object, kept.field);
    if (now?.over) {
        const [first, ...since] = now.over;
        write({ ...now, over: [first, ...since.slice(1 - LATEST), kept.value] });
    }
}

/** What is typed by now goes on from what was confirmed, and from what was sent after that and may be stored by now. @param {Reply} reply */
function confirmed(reply) {
    const name = nameOf(reply);
    const key = keyOf(reply.object, reply.field);
    if (reply.state === "saved" && sent.has(name)) {
        const value = sent.get(name);
        stored.set(key, value);
        const kept = find(reply.object, reply.field);
        if (kept?.over) {
            const place = [...sent.keys()].indexOf(name);
            const since = [...sent].filter(([other], at) => at > place && other.startsWith(`${key} `)).map(([, one]) => one);
            write({ ...kept, over: [value, ...since] });
        }
    }
    sent.delete(name);
}

/** What was typed since is part of the same dispute. @param {Reply} reply @param {boolean} disputed */
function mark(reply, disputed) {
    const kept = find(reply.object, reply.field);
    if (kept) {
        write({ ...kept, disputed });
    }
}

window.addEventListener("tl-kept", (event) => {
    const reply = /** @type {CustomEvent<Reply>} */ (event).detail;
    if (reply.state === "over") {
        drop((kept) => kept.object === reply.object || kept.object === typedIn(reply.object));
    } else if (reply.state === "saved" || reply.state === "refused") {
        const key = keyOf(reply.object, reply.field);
        if (reply.revision) {
            revisions.set(key, reply.revision);
        }
        drop((kept) => keyOf(kept.object, kept.field) === key
            && kept.tab === reply.tab && kept.sequence === reply.sequence);
        confirmed(reply);
        mark(reply, false);
    } else if (reply.state === "disputed") {
        mark(reply, true);
    }
    document.querySelectorAll("tl-keep").forEach((one) => {
        if (one.getAttribute("object") === reply.object) {
            /** @type {Keep} */ (one).heard(reply);
        }
    });
});
