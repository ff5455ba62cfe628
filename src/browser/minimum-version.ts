/** Chromium 131 introduced margin boxes (`@page { @bottom-right … }`), which page numbers need. */
export const minimumVersion = 131
