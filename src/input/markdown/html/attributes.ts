import type { Element, Properties } from 'hast'

/** The alignment of an element, from its `style` or its `align` attribute. */
export function alignOf({ properties }: Element): 'left' | 'center' | 'right' | undefined {
  const value = styleOf(properties, 'text-align') ?? String(properties.align ?? '')
  const align = value
    .toLowerCase()
    .replace(/^start$/, 'left')
    .replace(/^end$/, 'right')
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined
}

/**
 * The `colspan` and `rowspan` of a cell. Values over 100 are ignored: they are typing errors, and
 * the browser would lay out that many columns.
 */
export function spansOf({ properties }: Element): Properties {
  const kept: Properties = {}
  for (const name of ['colSpan', 'rowSpan'] as const) {
    const span = Number(properties[name] ?? 1)
    if (Number.isInteger(span) && span > 1 && span <= 100) kept[name] = span
  }
  return kept
}

/** The inline elements equivalent to the element's `style`, as far as they apply to print. */
export function looksOf({ properties }: Element): string[] {
  const weight = styleOf(properties, 'font-weight') ?? ''
  const line = styleOf(properties, 'text-decoration') ?? styleOf(properties, 'text-decoration-line')
  return [
    ...(/^(?:bold|bolder|[6-9]00)$/i.test(weight) ? ['strong'] : []),
    ...(/^(?:italic|oblique)/i.test(styleOf(properties, 'font-style') ?? '') ? ['em'] : []),
    ...(/underline/i.test(line ?? '') ? ['u'] : []),
    ...(/line-through/i.test(line ?? '') ? ['del'] : []),
  ]
}

/** The value of a property in an element's `style`. */
export function styleOf({ style }: Properties, name: string): string | undefined {
  const value = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, 'i').exec(
    String(style ?? ''),
  )?.[1]
  return value?.trim()
}
