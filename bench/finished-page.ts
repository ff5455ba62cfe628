import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Turns what `bulletin build --html` wrote into what prints fastest: pictures as files beside it
 * instead of `data:` addresses, and fonts from the system instead of inside the page. The content
 * security policy goes, as it forbids both. Returns the path of the page.
 */
export async function finishedPage(
  selfContained: string,
  folder: string,
  fontCss: string | undefined,
): Promise<string> {
  const html = await readFile(selfContained, 'utf8')
  const pictures: Promise<void>[] = []
  const withFiles = html.replace(
    /src="data:image\/(\w+);base64,([^"]+)"/g,
    (_, type: string, data: string) => {
      const name = `picture-${pictures.length + 1}.${type}`
      pictures.push(writeFile(join(folder, name), Buffer.from(data, 'base64')))
      return `src="${name}"`
    },
  )
  await Promise.all(pictures)
  const open = withFiles.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
  const page = join(folder, 'page.html')
  await writeFile(page, fontCss === undefined ? open : withFonts(open, fontCss))
  return page
}

/** The rules in place of those that carry the fonts. */
function withFonts(html: string, css: string): string {
  const without = html.replace(/@font-face\{[^}]*\}\n?/g, '')
  if (without.length === html.length) throw new Error('the page carries no fonts')
  return without.replace('<style>', () => `<style>${css}`)
}
