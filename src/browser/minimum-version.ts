/** Margin boxes (`@page { @bottom-right … }`) came with Chromium 131; page numbers need them. */
export const minimumVersion = 131
