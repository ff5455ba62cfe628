import { InvalidArgumentError, Option } from 'commander'

/** The option `--year`. */
export const yearOption = (description: string): Option =>
  new Option('--year <年>', description).argParser((typed: string): number => {
    if (!/^[12]\d{3}$/.test(typed)) throw new InvalidArgumentError('年要写四位数字，如 2021。')
    return Number(typed)
  })
