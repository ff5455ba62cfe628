import { isSeq } from 'yaml'
import type { FileReference, Settings } from '../../../model/settings.js'
import type { Table } from '../schema.js'
import type { Read } from '../value.js'
import { choice } from '../values/choice.js'
import { day } from '../values/day.js'
import { file } from '../values/file.js'
import { list, texts } from '../values/list.js'
import { text } from '../values/text.js'

type DocumentSettings = Pick<
  Settings,
  | 'form'
  | 'docNumber'
  | 'copyNumber'
  | 'secrecy'
  | 'urgency'
  | 'signer'
  | 'recipients'
  | 'signedBy'
  | 'seal'
  | 'annotation'
  | 'cc'
  | 'printedBy'
  | 'printedOn'
  | 'proofreader'
>

/** One picture, or a list of them where several bodies sign. */
const seals: Read<FileReference[]> = (given) => {
  if (isSeq(given.node)) return list(file('images/seal.png'), 'images/seal.png')(given)
  const { value, diagnostics } = file('images/seal.png')(given)
  return value === undefined ? { diagnostics } : { value: [value], diagnostics }
}

/** The keys of a `document`, after the elements of GB/T 9704—2012, 7. */
export const documentKeys: Table<DocumentSettings> = {
  form: { alias: '格式', read: choice({ letter: ['信函'], minutes: ['纪要'], order: ['命令'] }) },
  docNumber: { alias: '发文字号', read: text('某发〔2021〕3号') },
  copyNumber: { alias: '份号', read: text('000001') },
  secrecy: { alias: '密级', read: text('秘密★1年') },
  urgency: { alias: '紧急程度', read: text('加急') },
  signer: { alias: '签发人', read: texts('张 三') },
  recipients: { alias: '主送', read: text('各区文化馆') },
  signedBy: { alias: '署名', read: texts('某某市文化馆') },
  seal: { alias: '印章', read: seals },
  annotation: { alias: '附注', read: text('（联系人：李 四）') },
  cc: { alias: '抄送', read: text('市委办公室') },
  printedBy: { alias: '印发机关', read: text('某某市文化馆办公室') },
  printedOn: { alias: '印发日期', read: day },
  proofreader: { alias: '校对', read: text('王 五') },
}
