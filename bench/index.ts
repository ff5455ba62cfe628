/**     npm run bench -- [--runs N] [--only SCENE]… [--issues N] [--pictures N] [--json] */
import { benchOptions } from './options.js'
import { runScenes } from './run-scenes.js'
import { scenes } from './scenes/index.js'

const { only, ...options } = benchOptions()
const unknown = only.filter((name) => !scenes.some((scene) => scene.name === name))
if (unknown.length > 0) {
  const names = scenes.map(({ name }) => name).join('、')
  throw new Error(`没有“${unknown.join('、')}”这一场；有 ${names}。`)
}
await runScenes(
  scenes.filter(({ name }) => only.length === 0 || only.includes(name)),
  options,
)
