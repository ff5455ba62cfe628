import { bare, bulletin, fromScratch } from './contenders.js'
import type { BenchContext } from './context.js'
import { finishedPage } from './finished-page.js'
import { typst } from './typst.js'

/** A build from nothing in a cold process, bare Chromium on the finished page, and Typst on the same text. */
export async function coldContenders(folder: string, context: BenchContext) {
  const page = await finishedPage(folder, context)
  const ours = await bulletin('bulletin build', [folder], context, fromScratch)
  const puppeteer = await bare('裸 Puppeteer', [page], context)
  const typesetter = await typst('Typst 0.14', [page], context)
  return { ours, puppeteer, typesetter }
}
