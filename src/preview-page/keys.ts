import { made, one } from './elements.js'

/** What a key or a button does. */
export type Action =
  | 'thumbnails'
  | 'findings'
  | 'search'
  | 'spreads'
  | 'grid'
  | 'trim'
  | 'smaller'
  | 'larger'
  | 'fit'
  | 'next'
  | 'previous'
  | 'changed'
  | 'nextFinding'
  | 'close'
  | 'help'

/** Every key, what it does, and how the help says it. */
const keys: readonly { keys: readonly string[]; action: Action; says: string }[] = [
  { keys: ['n', 'j'], action: 'next', says: '下一页' },
  { keys: ['p', 'k'], action: 'previous', says: '上一页' },
  { keys: ['c'], action: 'changed', says: '下一个改动的页' },
  { keys: ['e'], action: 'findings', says: '提示' },
  { keys: ['.'], action: 'nextFinding', says: '下一条提示' },
  { keys: ['/'], action: 'search', says: '查找' },
  { keys: ['t'], action: 'thumbnails', says: '缩略图' },
  { keys: ['s'], action: 'spreads', says: '对页' },
  { keys: ['g'], action: 'grid', says: '行格' },
  { keys: ['b'], action: 'trim', says: '裁切和订口' },
  { keys: ['+', '='], action: 'larger', says: '放大' },
  { keys: ['-'], action: 'smaller', says: '缩小' },
  { keys: ['0'], action: 'fit', says: '适合宽度、整页' },
  { keys: ['Escape'], action: 'close', says: '关上打开的' },
  { keys: ['?'], action: 'help', says: '这张表' },
]

/** Runs the actions of keys and of buttons with `data-do`. Typing into a field is left alone. */
export function onActions(run: (action: Action) => void): void {
  addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey, isComposing } = event
    if (isComposing || altKey) return
    const isField = target instanceof HTMLInputElement
    // The dialog closes itself.
    if (key === 'Escape' && one<HTMLDialogElement>('dialog.help').open) return
    if ((ctrlKey || metaKey) && key === 'f') {
      event.preventDefault()
      run('search')
      return
    }
    if (ctrlKey || metaKey || (isField && key !== 'Escape')) return
    const found = keys.find((one) => one.keys.includes(key))
    if (!found) return
    event.preventDefault()
    run(found.action)
  })
  for (const button of document.querySelectorAll<HTMLElement>('[data-do]'))
    button.addEventListener('click', () => run(button.dataset.do as Action))
}

/** Opens or closes the list of keys. */
export function toggleHelp(): void {
  const dialog = one<HTMLDialogElement>('dialog.help')
  if (dialog.open) {
    dialog.close()
    return
  }
  const rows = keys.flatMap((one) => [
    made('dt', '', ...one.keys.map((key) => made('kbd', '', key === 'Escape' ? 'Esc' : key))),
    made('dd', '', one.says),
  ])
  const note = made('p', '', '点一段文字，在编辑器里打开那一行；没有编辑器，就复制“文件:行”。')
  dialog.replaceChildren(made('h2', '', '按键'), made('dl', '', ...rows), note)
  dialog.addEventListener('click', () => dialog.close(), { once: true })
  dialog.showModal()
}
