const said = document.querySelector('.said')

/** Puts HTML and text on the clipboard, also where a page may not do so by itself. */
async function copy(html, text) {
  if (navigator.clipboard && window.ClipboardItem && html !== undefined) {
    try {
      const parts = { 'text/html': html, 'text/plain': text }
      const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })])
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
      return true
    } catch {}
  }
  const set = (event) => {
    if (html !== undefined) event.clipboardData.setData('text/html', html)
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', set, { once: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', set)
  return isDone
}

/** Selects an element, so that it can be copied by hand. */
function select(element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('button')
  if (!button) return
  const { copyHtml, copyText } = button.dataset
  const source = document.getElementById(copyHtml ?? copyText)
  const isDone = await copy(copyHtml && source.innerHTML, source.innerText)
  if (!isDone) select(source)
  said.textContent = isDone ? '已复制' : '没有复制成：内容已选中，按 Ctrl+C'
  button.classList.toggle('is-copied', isDone)
  setTimeout(() => {
    said.textContent = ''
    button.classList.remove('is-copied')
  }, 2500)
})
