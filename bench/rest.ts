import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds in which what a run leaves to be done is done: pages cleared, neighbours drawn. */
const pause = 1500

/**
 * Waits until a program that stays open has come to rest, so that a run does not pay for the one
 * before.
 */
export const rest = (): Promise<void> => sleep(pause)
