import { Fault } from '../../model/fault.js'

/** Says that no issue is left, of the year that `--year` asks for. */
export const noIssues = (year: number | undefined) =>
  new Fault(
    'usage',
    `没有${year === undefined ? '' : `${year}年的`}一期。`,
    '检查 --year 和各期的日期。',
  )
