// @ts-check
/** A button that copies a text, works without a secure context, too, and says whether it did. */
class Copy extends HTMLElement {
    connectedCallback() {
        if (this.firstChild) {
            return;
        }
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = this.getAttribute("label");
        button.addEventListener("click", () => this.#copy());
        const said = document.createElement("span");
        said.setAttribute("role", "status");
        this.append(button, said);
    }

    async #copy() {
        const text = this.getAttribute("text") ?? "";
        const done = (await this.#byClipboard(text)) || this.#bySelection(text);
        const said = /** @type {HTMLElement} */ (this.lastChild);
        said.textContent = "";
        requestAnimationFrame(() => (said.textContent = this.getAttribute(done ? "done" : "failed")));
    }

    /** @param {string} text */
    async #byClipboard(text) {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            return false;
        }
    }

    /** @param {string} text */
    #bySelection(text) {
        const area = document.createElement("textarea");
        area.value = text;
        area.style.cssText = "position: fixed; opacity: 0";
        this.append(area);
        area.select();
        const done = document.execCommand("copy");
        area.remove();
        /** @type {HTMLElement} */ (this.firstChild).focus();
        return done;
    }
}

customElements.define("tl-copy", Copy);
