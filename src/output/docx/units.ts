/** mm to twentieths of a point, the unit of lengths in a Word file. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** Points to twentieths of a point. */
export const twipsOfPoints = (points: number): number => Math.round(points * 20)

/** mm to English metric units, the unit of drawings. */
export const emu = (mm: number): number => Math.round(mm * 36000)
