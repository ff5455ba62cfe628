/**     node typst-set.mjs COMPILER FONTS WORKSPACE IN.typ OUT.pdf [IN.typ OUT.pdf …] */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [module = '', fonts = '', workspace = '', ...files] = process.argv.slice(2)
const { NodeCompiler } = createRequire(import.meta.url)(module)
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] })
for (let i = 0; i < files.length; i += 2) {
  const [mainFilePath = '', pdf = ''] = files.slice(i, i + 2)
  const compiled = compiler.compile({ mainFilePath })
  const document = compiled.result
  if (!document) {
    compiled.printErrors()
    process.exit(1)
  }
  writeFileSync(pdf, compiler.pdf(document))
}
