/** SOURCE_DATE_EPOCH, seconds since 1970, where a build system sets it. */
export function epochOf({ SOURCE_DATE_EPOCH: text }: NodeJS.ProcessEnv): number | undefined {
  return text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) : undefined
}
