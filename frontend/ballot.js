// @ts-check
/**
 * What this browser remembers of the code that opens a ballot. It is told to the page when it opens; signing out clears it
 * with everything else this site keeps.
 */
class Ballot extends HTMLElement {
    get #name() {
        return `tl-ballot-${this.getAttribute("name")}`;
    }

    connectedCallback() {
        setTimeout(() => this.dispatchEvent(new CustomEvent("tl-recall", { detail: { code: this.#read() } })));
    }

    #read() {
        try {
            return localStorage.getItem(this.#name) ?? "";
        } catch {
            return "";
        }
    }

    forget() {
        try {
            localStorage.removeItem(this.#name);
        } catch {
            // It was never kept.
        }
    }
}

customElements.define("tl-ballot", Ballot);
