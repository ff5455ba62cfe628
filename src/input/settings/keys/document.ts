import { isSeq } from 'yaml'
import type { FileReference, Settings } from '../../../model/settings.js'
import type { Table } from '../schema.js'
import type { Decoder } from '../value.js'
import { accepting } from '../value.js'
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

/** One picture, or a list of them where several issuing authorities sign. */
const seals: Decoder<FileReference[]> = accepting(
  { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  (given) => {
    if (isSeq(given.node)) return list(file('images/seal.png'), 'images/seal.png')(given)
    const { value, diagnostics } = file('images/seal.png')(given)
    return value === undefined ? { diagnostics } : { value: [value], diagnostics }
  },
)

/** The keys of a `document`, in the order of the elements of GB/T 9704—2012, 7. */
export const documentKeys: Table<DocumentSettings> = {
  form: {
    alias: '格式',
    about: '`letter`（信函）、`minutes`（纪要）或 `order`（命令）',
    decode: choice({ letter: ['信函'], minutes: ['纪要'], order: ['命令'] }),
  },
  docNumber: { alias: '发文字号', about: '某发〔2021〕3号', decode: text('某发〔2021〕3号') },
  copyNumber: { alias: '份号', about: '000001', decode: text('000001') },
  secrecy: { alias: '密级', about: '秘密★1年', decode: text('秘密★1年') },
  urgency: { alias: '紧急程度', about: '加急', decode: text('加急') },
  signer: { alias: '签发人', about: '姓名；几个就写成列表', decode: texts('张 三') },
  recipients: { alias: '主送', about: '主送机关，末尾的冒号可以不写', decode: text('各区文化馆') },
  signedBy: { alias: '署名', about: '发文机关；几个就写成列表', decode: texts('某某市文化馆') },
  seal: { alias: '印章', about: '印章图片的路径；几个就写成列表', decode: seals },
  annotation: { alias: '附注', about: '（联系人：李 四）', decode: text('（联系人：李 四）') },
  cc: { alias: '抄送', about: '抄送机关', decode: text('市委办公室') },
  printedBy: { alias: '印发机关', about: '某某市文化馆办公室', decode: text('某某市文化馆办公室') },
  printedOn: { alias: '印发日期', about: '日期', decode: day },
  proofreader: { alias: '校对', about: '姓名', decode: text('王 五') },
}
