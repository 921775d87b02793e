// @ts-check
/**
 * Asks the server to look again every few seconds, while the page is in sight and somebody has touched it lately: a
 * page forgotten open asks for nothing, and keeps no session alive.
 */
class LookAgain extends HTMLElement {
    static PAUSE = 10_000;
    static AWAY = 15 * 60_000;
    /** Of somebody being there. */
    static SIGNS = ["pointerdown", "pointermove", "keydown", "scroll"];

    #timer = 0;
    #touched = 0;
    #touch = () => {
        this.#touched = Date.now();
    };

    connectedCallback() {
        this.#touch();
        for (const kind of LookAgain.SIGNS) {
            window.addEventListener(kind, this.#touch, { passive: true });
        }
        this.#timer = window.setInterval(() => this.#look(), Number(this.getAttribute("pause")) || LookAgain.PAUSE);
    }

    disconnectedCallback() {
        window.clearInterval(this.#timer);
        for (const kind of LookAgain.SIGNS) {
            window.removeEventListener(kind, this.#touch);
        }
    }

    #look() {
        if (document.visibilityState === "visible" && Date.now() - this.#touched < LookAgain.AWAY) {
            this.dispatchEvent(new CustomEvent("tl-look"));
        }
    }
}

customElements.define("tl-look-again", LookAgain);
