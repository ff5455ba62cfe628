import { dictionaryAt, objectAt, type Pdf } from '../document.js'
import { arrayFrom, dictionaryFrom, referenceFrom } from '../syntax.js'
import { nameFrom } from '../text.js'

/** The ink of a colour space: its source, or a reference to it. */
export function spaceInk(pdf: Pdf, source: string): string {
  const space = source.endsWith(' R') ? objectAt(pdf, referenceFrom(source)) : source
  if (!space.startsWith('[')) return deviceInks[space] ?? space.slice(1)
  const [family, second = ''] = arrayFrom(space)
  if (family === '/Separation') return nameFrom(second)
  if (family !== '/ICCBased') return nameFrom(family ?? '')
  return (
    { 1: 'black', 3: 'rgb', 4: 'cmyk' }[dictionaryAt(pdf, referenceFrom(second)).get('N') ?? ''] ??
    'rgb'
  )
}

const deviceInks: Readonly<Record<string, string>> = {
  '/DeviceGray': 'black',
  '/DeviceRGB': 'rgb',
  '/DeviceCMYK': 'cmyk',
}

/** The ink of a shading: its source, or a reference to it. */
export const shadingInk = (pdf: Pdf, source: string): string => {
  const shading = source.endsWith(' R')
    ? dictionaryAt(pdf, referenceFrom(source))
    : dictionaryFrom(source)
  return spaceInk(pdf, shading.get('ColorSpace') ?? '/DeviceRGB')
}
