/** Returns SOURCE_DATE_EPOCH in seconds since 1970; undefined when it is missing or invalid. */
export function epochOf({ SOURCE_DATE_EPOCH: text }: NodeJS.ProcessEnv): number | undefined {
  return text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) : undefined
}
