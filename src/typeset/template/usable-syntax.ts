import Handlebars from 'handlebars'
import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt } from '../../model/diagnostic.js'
import type { TemplateFile } from '../../model/template.js'

/**
 * Reports what Handlebars can parse and a template of ours has no use for: helpers, decorators,
 * literals, partial blocks, and a block without its one name. Each would end the build with an error
 * of Handlebars instead of a place.
 */
export function unusableSyntax(file: TemplateFile, program: hbs.AST.Program): Diagnostic[] {
  const found: Diagnostic[] = []
  const report = ({ start }: hbs.AST.SourceLocation, what: string, hint: string) =>
    found.push(
      configurationErrorAt(
        { file: file.path, at: { line: start.line, column: start.column + 1 } },
        { rule: 'template-syntax', message: `模板里不能用${what}。`, hint },
      ),
    )
  class Finder extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      if (node.path.type !== 'PathExpression')
        report(node.loc, '花括号里的常数', '常数不要写在花括号里。')
      else if (node.params.length > 0 || node.hash !== undefined)
        report(node.loc, '带参数的名字', '花括号里只写一个名字。')
      super.MustacheStatement(node)
    }
    override BlockStatement(node: hbs.AST.BlockStatement) {
      if (node.params.length !== 1)
        report(node.loc, '这样的块', '块的名字后面写一个名字，如 {{#if publisher}}。')
      super.BlockStatement(node)
    }
    override PartialStatement(node: hbs.AST.PartialStatement) {
      if (node.params.length > 1)
        report(node.loc, '有几个参数的部件', '部件的名字后面只写一个名字，或者不写。')
      super.PartialStatement(node)
    }
    override PartialBlockStatement({ loc }: hbs.AST.PartialBlockStatement) {
      report(loc, '有内容的部件（{{#> …}}）', '写成 {{> 部件}}。')
    }
    override Decorator({ loc }: hbs.AST.Decorator) {
      report(loc, '{{* …}}', '删去它。')
    }
    override DecoratorBlock({ loc }: hbs.AST.DecoratorBlock) {
      report(loc, '{{#* …}}', '把这一部分放进 partials/ 里的一个文件，再写 {{> 文件名}}。')
    }
    override SubExpression({ loc }: hbs.AST.SubExpression) {
      report(loc, '圆括号里的式子', '只写一个名字。')
    }
  }
  new Finder().accept(program)
  return found
}
