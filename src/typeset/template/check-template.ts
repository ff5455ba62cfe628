import { closest } from 'fastest-levenshtein'
import Handlebars from 'handlebars'
import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt } from '../../model/diagnostic.js'
import type { TemplateFile, TemplateFiles } from '../../model/template.js'
import { checkRoles } from './roles.js'
import { itemOf, type Shape, shapeAt } from './shapes.js'
import { unusableSyntax } from './usable-syntax.js'
import { names as known } from './view-schema.js'

/** The built-in Handlebars blocks that a template may use. */
const blocks = ['if', 'unless', 'each', 'with']

/** What {{@…}} can name besides the whole view: the place in a list. */
const listData = ['index', 'key', 'first', 'last']

/**
 * State of the walk: the file, the shapes that names are looked up in, innermost last, and whether
 * this is inside of a list.
 */
interface Context {
  file: TemplateFile
  scope: readonly Shape[]
  inList: boolean
}

/**
 * Reports names, partials and blocks that do not exist; for a misspelt {{#if}} Handlebars itself
 * prints nothing. Walks from `page.hbs` through its partials, so that a partial is checked against
 * the context that it is called with.
 */
export function checkTemplate(template: TemplateFiles): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const visited = new Set<string>()
  /** The partials that are being walked: one of them in itself would never end. */
  const open = new Set<string>()
  const keyOf = ({ file, scope, inList }: Context) =>
    `${file.path} ${inList} ${JSON.stringify(scope)}`

  function walkFile(stand: Context): void {
    const { file } = stand
    const key = keyOf(stand)
    if (visited.has(key)) return
    visited.add(key)
    open.add(key)
    const program = parsed(file)
    if ('rule' in program) found.set(file.path, program)
    else {
      for (const one of unusableSyntax(file, program)) add(one)
      visitProgram(program, stand)
    }
    open.delete(key)
  }

  function add(one: Diagnostic): void {
    found.set(`${one.file}:${one.at.line}:${one.at.column}`, one)
  }

  function visitProgram(program: hbs.AST.Program | undefined, stand: Context): void {
    for (const statement of program?.body ?? []) visit(statement, stand)
  }

  function visit(node: hbs.AST.Statement, stand: Context): void {
    if (isMustache(node)) shapeOfPath(node.path, stand)
    else if (isPartial(node)) visitPartial(node, stand)
    else if (isBlock(node)) visitBlock(node, stand)
  }

  function visitBlock(node: hbs.AST.BlockStatement, stand: Context): void {
    const block = String(node.path.original)
    if (!blocks.includes(block)) return reportUnknown(stand, node.path.loc, block, '功能', blocks)
    const [param] = node.params
    const shape = param && shapeOfPath(param, stand)
    const narrows = block === 'each' || block === 'with'
    visitProgram(
      node.program,
      narrows
        ? {
            ...stand,
            scope: [...stand.scope, itemOf(shape)],
            inList: stand.inList || block === 'each',
          }
        : stand,
    )
    visitProgram(node.inverse, stand)
  }

  function visitPartial(node: hbs.AST.PartialStatement, stand: Context): void {
    const name = 'original' in node.name ? String(node.name.original) : ''
    const file = Object.hasOwn(template.partials, name) ? template.partials[name] : undefined
    if (!file) return reportUnknown(stand, node.loc, name, '部件', Object.keys(template.partials))
    const [given] = node.params
    const scope = [given ? itemOf(shapeOfPath(given, stand)) : (stand.scope.at(-1) ?? known)]
    const inside = { file, scope, inList: stand.inList }
    if (open.has(keyOf(inside))) reportUnending(stand, node.loc, name)
    walkFile(inside)
  }

  /**
   * The shape of a path; reports a diagnostic and returns undefined when one of its names does not
   * exist.
   */
  function shapeOfPath(path: hbs.AST.Expression, stand: Context): Shape | undefined {
    if (!isPath(path)) return ''
    const parts = path.parts.map(String)
    if (path.data) return shapeOfData(path, parts, stand)
    const start = stand.scope[stand.scope.length - 1 - path.depth]
    if (start === undefined) {
      reportUnknown(stand, path.loc, path.original, '名字', [])
      return undefined
    }
    const found = shapeAt(start, parts)
    if ('shape' in found) return found.shape
    reportUnknown(stand, path.loc, found.unknown, '名字', found.instead)
    return undefined
  }

  /** `@root.…`, and `@index` and the like in a list. */
  function shapeOfData(
    path: hbs.AST.PathExpression,
    [first = '', ...rest]: readonly string[],
    stand: Context,
  ): Shape | undefined {
    const data = ['root', ...(stand.inList ? listData : [])]
    if (!data.includes(first)) {
      const instead = data.map((name) => `@${name}`)
      reportUnknown(stand, path.loc, path.original, '名字', instead)
      return undefined
    }
    const found = shapeAt(first === 'root' ? known : '', rest)
    if ('shape' in found) return found.shape
    reportUnknown(stand, path.loc, found.unknown, '名字', found.instead)
    return undefined
  }

  function reportUnending({ file }: Context, { start }: hbs.AST.SourceLocation, name: string) {
    add(
      configurationErrorAt(
        { file: file.path, at: { line: start.line, column: start.column + 1 } },
        {
          rule: 'template-syntax',
          message: `部件“${name}”里又用了它自己，永远排不完。`,
          hint: '删去里面的这一个。',
        },
      ),
    )
  }

  function reportUnknown(
    { file }: Context,
    { start }: hbs.AST.SourceLocation,
    word: string,
    noun: string,
    instead: readonly string[],
  ): void {
    const at = { line: start.line, column: start.column + 1 }
    const hint =
      instead.length > 0
        ? `改成 ${closest(word, [...instead])}；能用的有：${instead.join('、')}。`
        : '删去它。'
    const message = `模板用了“${word}”，没有这个${noun}。`
    add(configurationErrorAt({ file: file.path, at }, { rule: 'template-name', message, hint }))
  }

  walkFile({ file: template.page, scope: [known], inList: false })
  return [...found.values(), ...checkRoles(template)]
}

function parsed(file: TemplateFile): hbs.AST.Program | Diagnostic {
  try {
    return Handlebars.parse(file.text)
  } catch (error) {
    const line = Number(/line (\d+)/.exec(String(error))?.[1] ?? 1)
    return configurationErrorAt(
      { file: file.path, at: { line, column: 1 } },
      {
        rule: 'template-syntax',
        message: '模板里的花括号不配对，或写法不对。',
        hint: '检查这一行前后的 {{…}}：每个 {{#if}}、{{#each}} 都要有 {{/if}}、{{/each}}。',
      },
    )
  }
}

const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement'
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement =>
  node.type === 'BlockStatement'
const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement =>
  node.type === 'PartialStatement'
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
  node.type === 'PathExpression'
