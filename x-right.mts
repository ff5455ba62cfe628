import { readFileSync } from 'node:fs'
import { rules } from './src/lint/rules/index.js'
import { parseIssue } from './src/input/index.js'
