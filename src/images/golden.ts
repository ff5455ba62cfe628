/**
 * The golden section. Its multiples, without their whole parts, are spread most evenly however many there
 * are (Knuth, “The Art of Computer Programming”, volume 3, section 6.4): places to look at in a picture.
 */
export const golden = (Math.sqrt(5) - 1) / 2
