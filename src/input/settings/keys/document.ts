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
  form: {
    alias: '格式',
    about: '`letter`（信函）、`minutes`（纪要）或 `order`（命令）',
    read: choice({ letter: ['信函'], minutes: ['纪要'], order: ['命令'] }),
  },
  docNumber: { alias: '发文字号', about: '某发〔2021〕3号', read: text('某发〔2021〕3号') },
  copyNumber: { alias: '份号', about: '000001', read: text('000001') },
  secrecy: { alias: '密级', about: '秘密★1年', read: text('秘密★1年') },
  urgency: { alias: '紧急程度', about: '加急', read: text('加急') },
  signer: { alias: '签发人', about: '姓名；几个就写成列表', read: texts('张 三') },
  recipients: { alias: '主送', about: '主送机关，末尾的冒号可以不写', read: text('各区文化馆') },
  signedBy: { alias: '署名', about: '发文机关；几个就写成列表', read: texts('某某市文化馆') },
  seal: { alias: '印章', about: '印章图片的路径；几个就写成列表', read: seals },
  annotation: { alias: '附注', about: '（联系人：李 四）', read: text('（联系人：李 四）') },
  cc: { alias: '抄送', about: '抄送机关', read: text('市委办公室') },
  printedBy: { alias: '印发机关', about: '某某市文化馆办公室', read: text('某某市文化馆办公室') },
  printedOn: { alias: '印发日期', about: '日期', read: day },
  proofreader: { alias: '校对', about: '姓名', read: text('王 五') },
}
