import { toast } from './toast.js'

/** A place in a source. */
export interface SourcePlace {
  file: string
  line: number
  column?: number
}

/**
 * Opens a source at a line: in the editor when the program can, else the place is copied to be
 * pasted there (`Ctrl-P` of VS Code takes it).
 */
export async function openPlace(
  { file, line, column = 1 }: SourcePlace,
  { canOpen, key }: { canOpen: boolean; key: string },
): Promise<void> {
  const place = `${file}:${line}`
  if (canOpen && (await opened({ file, line, column }, key))) {
    toast(`已在编辑器里打开 ${place}`)
    return
  }
  const copied = await navigator.clipboard?.writeText(place).then(
    () => true,
    () => false,
  )
  toast(copied ? `已复制 ${place}` : place)
}

async function opened(place: Required<SourcePlace>, key: string): Promise<boolean> {
  try {
    const answer = await fetch('open', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Bulletin-Key': key },
      body: JSON.stringify(place),
    })
    return answer.ok && ((await answer.json()) as { opened: boolean }).opened
  } catch {
    return false
  }
}
