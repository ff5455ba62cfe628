/**
 * Runs inside the browser. Moves 主送 into the imprint, above 抄送 and without a rule between them
 * (GB/T 9704—2012, 7.4.2). Returns false when there are no recipients or no imprint.
 */
export function moveRecipients(): boolean {
  const recipients = document.querySelector<HTMLElement>('[data-role~="recipients"]')
  const rows = document.querySelector('[data-role~="imprint-rows"]')
  if (!recipients || !rows) return false
  const names = (recipients.textContent ?? '').replace(/：$/, '。')
  const row = document.createElement('div')
  row.className = 'distribution'
  row.dataset.setting = recipients.dataset.setting
  const label = document.createElement('span')
  label.className = 'distribution-label'
  label.textContent = '主送：'
  const text = document.createElement('div')
  text.className = 'distribution-names'
  const paragraph = document.createElement('p')
  paragraph.textContent = names
  text.append(paragraph)
  row.append(label, text)
  rows.prepend(row)
  recipients.remove()
  return true
}
