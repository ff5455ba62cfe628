import { Fault } from '../model/fault.js'
import { minimumVersion } from './minimum-version.js'

/**
 * Returns name and version from a browser's product string (`HeadlessChrome/147.0.7727.0`). `where`
 * names the browser in the message.
 *
 * @throws Fault `environment` if it is too old to print page numbers.
 */
export function checkVersion(product: string, where: string): { name: string; version: string } {
  const [name = product, version = ''] = product.split('/')
  if (Number.parseInt(version, 10) >= minimumVersion) return { name, version }
  throw new Fault(
    'environment',
    `浏览器“${where}”的版本是 ${version || product}，太旧了：页码和页眉要 ${minimumVersion} 版以上才印得出来。`,
    '更新它，或用 --browser 指定一个新的浏览器。',
  )
}
