// @ts-check
/**
 * The navigation on a narrow screen: a drawer over the page. It takes the focus, the page behind it rests, and Escape, a
 * press beside it or going somewhere closes it.
 */

const app = () => document.querySelector(".tl-app");
const button = () => /** @type {HTMLElement | null} */ (document.querySelector(".tl-menu-button"));
const isOpen = () => app()?.classList.contains("tl-open") ?? false;

/** @param {boolean} open */
function set(open) {
    app()?.classList.toggle("tl-open", open);
    button()?.setAttribute("aria-expanded", String(open));
    document.querySelectorAll(".tl-main, .tl-head").forEach((part) => {
        /** @type {HTMLElement} */ (part).inert = open;
    });
}

function show() {
    set(true);
    const nav = document.querySelector(".tl-nav");
    const first = /** @type {HTMLElement | null} */ (nav?.querySelector("[aria-current]") ?? nav?.querySelector("a"));
    // Nothing can be focused before it is visible.
    requestAnimationFrame(() => requestAnimationFrame(() => first?.focus()));
}

/** @param {HTMLElement | null} focus */
function hide(focus) {
    set(false);
    focus?.focus();
}

document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const chosen = target.closest(":is(.tl-user-menu, .tl-more-menu) :is(a, button, vaadin-button)");
    if (chosen) {
        /** @type {HTMLElement & { hidePopover(): void }} */ (chosen.closest("[popover]")).hidePopover();
    }
    if (target.closest(".tl-menu-button")) {
        show();
    } else if (isOpen() && target.closest(".tl-nav a")) {
        hide(document.getElementById("main"));
    } else if (isOpen() && !target.closest(".tl-nav")) {
        hide(button());
    }
});

document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
        hide(button());
    }
});

// Wide again, there is no drawer.
matchMedia("(max-width: 800px)").addEventListener("change", () => isOpen() && hide(null));

/* Whoever goes back finds the page as the browser has it; every other way leads to the top of a page and its heading. */
let returning = false;
window.addEventListener("popstate", (event) => {
    // The router sends some of its own.
    returning ||= event.isTrusted;
});
["pointerdown", "keydown"].forEach((act) => document.addEventListener(act, () => (returning = false), true));
document.addEventListener("tl-arrived", (event) => {
    if (returning) {
        return;
    }
    const page = /** @type {HTMLElement} */ (event.target);
    window.scrollTo(0, 0);
    const heading = page.querySelector("h1") ?? page;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
});

/* What is folded on the screen is part of the paper. */
window.addEventListener("beforeprint", () => {
    document.querySelectorAll("vaadin-details:not([opened])").forEach((one) => {
        one.setAttribute("opened", "");
        one.setAttribute("data-printed", "");
    });
});
window.addEventListener("afterprint", () => {
    document.querySelectorAll("vaadin-details[data-printed]").forEach((one) => {
        one.removeAttribute("opened");
        one.removeAttribute("data-printed");
    });
});
