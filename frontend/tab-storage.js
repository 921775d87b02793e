// @ts-check
/**
 * What this tab keeps of a person's words until they are stored: one entry an object and field, each with its owner, so
 * that nobody else who signs in here gets to see it. It ends with the tab, or with signing out.
 */

/**
 * @typedef {object} Kept
 * @property {string} owner whose it is
 * @property {string} object what it belongs to
 * @property {string} field which part of that
 * @property {unknown} value
 */

const PREFIX = "tl-keep ";

/** @param {string} object @param {string} field */
export const keyOf = (object, field) => `${PREFIX}${object} ${field}`;

/** @returns {[string, any][]} */
export function everything() {
    try {
        return Object.keys(sessionStorage)
            .filter((key) => key.startsWith(PREFIX))
            .map((key) => [key, JSON.parse(sessionStorage.getItem(key) ?? "null")]);
    } catch {
        return [];
    }
}

/** @param {string} object @param {string} field @returns {any} */
export const find = (object, field) => everything().find(([key]) => key === keyOf(object, field))?.[1];

/** @param {Kept} kept */
export function write(kept) {
    try {
        sessionStorage.setItem(keyOf(kept.object, kept.field), JSON.stringify(kept));
    } catch {
        // A full or forbidden storage keeps nothing; saving goes on without it.
    }
}

/** @param {(kept: any) => boolean} which */
export function drop(which) {
    everything()
        .filter(([, kept]) => !kept || which(kept))
        .forEach(([key]) => sessionStorage.removeItem(key));
}

// Signing out leaves nothing behind.
document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href$='logout']")) {
        drop(() => true);
    }
});
