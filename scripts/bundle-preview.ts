import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles the page of `bulletin preview` into `dist/preview/`: its script with pdf.js, its style,
 * pdf.js's worker. The legacy build of pdf.js also runs in browsers of a few years ago.
 */
export async function bundlePreview(root: string): Promise<void> {
  const from = join(root, 'src/preview-page')
  const to = join(root, 'dist/preview')
  await mkdir(to, { recursive: true })
  await build({
    entryPoints: { page: join(from, 'main.ts'), style: join(from, 'page.css') },
    outdir: to,
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
    banner: {
      js: '/*! Contains pdf.js, Copyright Mozilla Foundation, Apache-2.0: see pdfjs-LICENSE.txt */',
    },
    // pdf.js reaches for Node only when it runs there.
    external: ['node:*', 'fs', 'http', 'https', 'url', 'canvas', '@napi-rs/canvas'],
  })
  await copyFile(join(from, 'index.html'), join(to, 'index.html'))
  const require = createRequire(import.meta.url)
  const pdfjs = (file: string) => require.resolve(`pdfjs-dist/${file}`)
  await copyFile(pdfjs('legacy/build/pdf.worker.min.mjs'), join(to, 'worker.js'))
  await copyFile(pdfjs('LICENSE'), join(to, 'pdfjs-LICENSE.txt'))
}
