import { exitCodes } from '../../src/model/exit-codes.js'
import { table } from './table.js'

const meanings: Record<keyof typeof exitCodes, string> = {
  built: '已生成，可能有警告',
  content: '稿件有错误，什么都没有写',
  usage: '用法、`bulletin.yaml` 或模板有误',
  environment: '环境有问题：没有浏览器、磁盘满',
  bug: '程序自己的错误（会打印出来，请转给开发者）',
  interrupted: '中途停止（Ctrl-C、关上终端、SIGTERM）',
}

/** Returns the table of exit codes. */
export const exitCodesTable = (): string =>
  table(
    ['码', '意思'],
    (Object.keys(meanings) as (keyof typeof exitCodes)[]).map((name) => [
      String(exitCodes[name]),
      meanings[name],
    ]),
  )
